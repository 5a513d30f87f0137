/** The sign: a lower-case m of two arches with three inner strokes, one per category of outcome. */
export function LogoSign() {
  return (
    <svg
      class="m-logo__sign"
      viewBox="0 0 40 36"
      width="40"
      height="36"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="m-logo__arches"
        d="M3 33V11.5a8.5 8.5 0 0 1 17 0V33M20 11.5a8.5 8.5 0 0 1 17 0V33"
        stroke-width="4"
        stroke-linecap="round"
      />
      <path class="m-logo__skill" d="M11.5 13v20" stroke-width="4" stroke-linecap="round" />
      <path class="m-logo__responsibility" d="M28.5 13v20" stroke-width="4" stroke-linecap="round" />
    </svg>
  )
}

/** Sign and name. */
export function Logo() {
  return (
    <span class="m-logo">
      <LogoSign />
      <span class="m-logo__name">Meritum</span>
    </span>
  )
}
