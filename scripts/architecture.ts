/**
 * The arrows of the house: folder → what it may import. This table is the diagram in ARCHITECTURE.md;
 * `check-architecture.ts` refuses every import that is not in it. The longest folder that fits a file counts.
 */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  // kit: pure standards code. `errors` may be used everywhere in it.
  'kit/src/errors': [],
  'kit/src/text': [],
  'kit/src/json': [],
  'kit/src/mark': [],
  'kit/src/elm': ['kit/src/text'],
  'kit/src/outcomes': ['kit/src/elm', 'kit/src/text'],
  'kit/src/canonical': ['kit/src/json'],
  'kit/src/keys': ['kit/src/json'],
  'kit/src/proofs': ['kit/src/keys', 'kit/src/canonical', 'kit/src/json', 'kit/src/text'],
  'kit/src/status': ['kit/src/proofs', 'kit/src/keys', 'kit/src/json'],
  'kit/src/carriers': ['kit/src/json'],
  'kit/src/report': ['kit/src/elm'],
  'kit/src/formats': ['kit/src/elm', 'kit/src/report', 'kit/src/proofs', 'kit/src/status', 'kit/src/keys', 'kit/src/json', 'kit/src/text'],
  'kit/src/verify': ['kit/src/formats', 'kit/src/elm', 'kit/src/report', 'kit/src/proofs', 'kit/src/status', 'kit/src/keys', 'kit/src/json', 'kit/src/text'],

  // app: the ground floor
  'app/src/config': [],
  'app/src/errors': [],
  'app/src/clock': [],
  'app/src/ids': [],
  'app/src/log': ['app/src/config'],
  'app/src/package': [],
  'app/src/db': ['app/src/config', 'app/src/errors', 'app/src/clock', 'app/src/ids', 'app/src/log', 'app/src/package', 'kit'],
  'app/src/access': ['app/src/db', 'app/src/config', 'app/src/errors', 'app/src/clock', 'app/src/ids', 'app/src/log', 'kit'],
  'app/src/audit': ['app/src/db', 'app/src/config', 'app/src/errors', 'app/src/clock', 'app/src/ids', 'app/src/log', 'app/src/access', 'kit'],
  'app/src/fetching': ['app/src/config', 'app/src/errors', 'kit'],
  'app/src/rendering': ['app/src/config', 'app/src/errors', 'kit'],
  'app/src/web': ['app/src/config', 'app/src/errors', 'app/src/access/actor', 'kit'],

  // app: the rooms. What every room may use:
  'app/src/rooms': [
    'app/src/config', 'app/src/errors', 'app/src/clock', 'app/src/ids', 'app/src/log', 'app/src/package',
    'app/src/db', 'app/src/access', 'app/src/audit', 'app/src/fetching', 'app/src/rendering', 'app/src/web', 'kit',
  ],

  // app: what serves the rooms
  'app/src/protocols': ['app/src/rooms', 'app/src/errors', 'kit'],
  'app/src/jobs': ['app/src/rooms', 'app/src/db', 'app/src/audit', 'app/src/access', 'app/src/clock', 'app/src/log', 'app/src/config', 'app/src/errors', 'kit'],
  'app/src/http': ['app/src'],
  'app/src/compose': ['app/src'],
  'app/src/demonstration': ['app/src'],
  'app/src/start': ['app/src/db', 'app/src/config', 'app/src/errors', 'app/src/log', 'app/src/ids', 'app/src/rooms', 'app/src/http'],
  'app/src/cli': ['app/src', 'kit'],
}

/** Which room may use which other rooms, always through their index.ts. Never in a circle. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  organisation: [],
  design: ['organisation'],
  catalogue: ['design', 'organisation'],
  assessment: ['design', 'organisation'],
  issuing: ['assessment', 'design', 'organisation'],
  wallet: ['issuing', 'design', 'organisation'],
  verifying: ['wallet', 'issuing', 'organisation'],
}
