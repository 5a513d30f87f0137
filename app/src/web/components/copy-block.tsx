/** Text to copy: one click or tab marks all of it, in a browser without scripts too. */
export function CopyBlock({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <div class="m-copy">
      <label class="m-label" for={id}>
        {label}
      </label>
      <input class="ds-input m-copy__text" id={id} type="text" value={text} readonly spellcheck={false} />
    </div>
  )
}
