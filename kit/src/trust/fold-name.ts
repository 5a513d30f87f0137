/** Letters of other scripts that look the same as Latin ones (a small part of Unicode TS #39's confusables). */
const lookalikes = new Map(
  Object.entries({
    a: 'аα',
    b: 'вβ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еε',
    h: 'һнη',
    i: 'іιı',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏ',
    m: 'мμ',
    n: 'ոν',
    o: 'оοօ',
    p: 'рρ',
    s: 'ѕ',
    t: 'тτ',
    u: 'սυ',
    v: 'ѵ',
    w: 'ԝ',
    x: 'хχ',
    y: 'уγ',
    z: 'ᴢζ',
  }).flatMap(([latin, others]) => [...others].map(other => [other, latin] as const)),
)

/**
 * What is left of a name when everything is taken away that eyes pass over: case, width, blanks, dashes, quotes,
 * dots, characters that don't show, and letters of other scripts that look Latin. Two names with one form are one
 * name to a reader. Accents stay: Malmo isn't Malmö.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/[\p{Z}\p{C}\p{Dash}\p{Default_Ignorable_Code_Point}\p{Quotation_Mark}\s`´ʼ.,·_]/gu, '')
  return [...plain].map(letter => lookalikes.get(letter) ?? letter).join('')
}
