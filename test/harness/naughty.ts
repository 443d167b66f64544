/** Texts that are none: no database could give them back as they came. */
export const NO_TEXTS = ['\0', 'a\0b', '\ud800', 'a\udfffb', '\udc00\ud800', '💥\ud83d'];

/** Texts in which something is hidden that somebody may take for something else. */
export const NAUGHTY = [
  // Names that objects of JavaScript have already.
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
  // Numbers and what looks like some.
  '-0',
  '0x10',
  '1e1000',
  `1${'0'.repeat(30)}`,
  '９９',
  '٣',
  '1,000.00',
  '1_000',
  'Infinity',
  // Letters that change what stands around them, or cannot be seen.
  '\u202egnp.exe',
  '\u2066\u2067x\u2069\u2069',
  'a\u200bb\u200dc\ufeffd\u00ade',
  '\u061c\u200f\u05d0',
  'Z\u0324\u0354\u0367\u0311\u0323\u0310a\u0316\u0317\u0318l',
  '👩‍👩‍👧‍👦🏳️‍🌈👍🏽',
  'Å A\u030a ﬁ ß İ ı',
  '\u2028\u2029\u0085',
  '\ufffe\uffff\u{10ffff}',
  '\x01\x08\x0b\x1b[31mred\x7f',
  // Pieces of other languages.
  `'; drop table deals; --`,
  `" or ""="`,
  `\\'; $$ /* -- */ %27`,
  '$1 $\u007bx} {{x}} #{x} %s%n%x %00',
  '<script>alert(1)</script><img src=x onerror=y>',
  ']]><!--&lt;&amp;&#0;',
  '[x](javascript:y) `|` **z** # h',
  '=1+1 @x +1 -1 |y',
  '\t=1',
  '../../../../etc/passwd',
  '..\\..\\con.txt',
  'file:///etc/passwd',
  '$(touch x);`id`|true',
  'a\r\nSet-Cookie: b=c\r\n\r\nd',
  '{"$gt":""}',
  'D-2026-0001',
  'RGVhbDow',
];

/** All naughty texts, in as few texts as have no more characters than that; each begins and ends with a letter. */
export function bundled(lengthMax: number): string[] {
  const bundles: string[] = [];
  let open = '';
  for (const text of NAUGHTY) {
    const next = open === '' ? `a ${text}` : `${open} ${text}`;
    if (next.length + 2 > lengthMax && open !== '') {
      bundles.push(`${open} z`);
      open = `a ${text}`;
    } else open = next;
  }
  return [...bundles, `${open} z`];
}
