import type { House } from '../compose.ts'

/** What the operator reads when the server is ready. */
export function welcome({ services: { config }, embedded }: House): string[] {
  return [
    `Meritum is ready: ${config.baseUrl}`,
    ...(config.demonstration ? whatToTry(config.baseUrl) : []),
    '',
    `Data: ${config.dataFolder}`,
    ...(embedded ? aboutDatabase(embedded, config.dataFolder) : []),
    'Ctrl-C stops it.',
  ]
}

function whatToTry(baseUrl: string): string[] {
  return [
    '',
    'This is a demonstration: the people and organisations in it are invented. What to try:',
    `  - Sign in as Karin Ek (designer), Lars Nyström (assessor) or Siv Åkesson (issuer): ${baseUrl}/sign-in`,
    '  - Sign in as Maja Lindqvist Sarri (learner), download her credential and make a share link.',
    `  - Verify that file without signing in: ${baseUrl}/verify or npx --no meritum verify FILE`,
  ]
}

function aboutDatabase(embedded: NonNullable<House['embedded']>, dataFolder: string): string[] {
  const isElsewhere = !embedded.cluster.startsWith(dataFolder)
  const user = embedded.runsAs ? `, run as the user ${embedded.runsAs}` : ''
  const reason = isElsewhere ? ', who can not reach the data folder' : ''
  return [
    `Database: ${embedded.cluster}${user}${reason}`,
    ...(embedded.copiedBinaries ? [`PostgreSQL's programs: copied to ${embedded.copiedBinaries}`] : []),
    ...embedded.leftBehind.map(
      home => `An earlier database of this data folder lies in ${home}; remove it if nobody needs it.`,
    ),
  ]
}
