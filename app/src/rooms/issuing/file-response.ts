/** A sealed file for downloading: the bytes as they were sealed, never rewritten. */
export function fileResponse({ bytes, name }: { bytes: Uint8Array; name: string }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/ld+json',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
