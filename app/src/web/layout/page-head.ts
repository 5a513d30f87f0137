/** The main places of the site; the layout marks the current one. */
export type Place =
  | 'start'
  | 'catalogue'
  | 'verify'
  | 'about'
  | 'design'
  | 'assessment'
  | 'issuing'
  | 'wallet'
  | 'shares'
  | 'none'

/** What a page tells the layout. */
export interface PageHead {
  /** The page's own title, without the site's name. */
  readonly title: string
  readonly place: Place
  /** `md` (18 px) for public and learner's pages, `sm` (16 px) for work rooms. */
  readonly size: 'md' | 'sm'
  /** HTTP status; 200 when left out. */
  readonly status?: number
  /** True when a form is shown again with problems: the title gets the prefix "Error:". */
  readonly hasProblems?: boolean
  /** False for a page that must not be kept by search engines, such as a share. True when left out. */
  readonly indexable?: boolean
  /** True where the page's script may ask for the camera. No other page has a script. */
  readonly camera?: boolean
}
