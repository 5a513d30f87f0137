export interface QrProps {
  /** SVG path data of the dark modules, one unit per module, margin included. */
  readonly path: string
  /** Modules per side with the margin. */
  readonly size: number
  /** What it leads to, for those who don't see it; the link stands as text beside it. */
  readonly label: string
}

/** Black on white with its margin, in both light and dark. Always with the link as text. */
export function Qr({ path, size, label }: QrProps) {
  return (
    <span class="m-qr">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width="140"
        height="140"
        role="img"
        aria-label={label}
        shape-rendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </span>
  )
}

/** The code with its link beside it, as it must always stand. */
export function QrWithLink({
  lead,
  href,
  text,
  ...qr
}: QrProps & { lead: string; href: string; text: string }) {
  return (
    <div class="m-qr-with-link">
      <Qr {...qr} />
      <div>
        <p class="m-quiet m-small">{lead}</p>
        <p>
          <a href={href}>{text}</a>
        </p>
      </div>
    </div>
  )
}
