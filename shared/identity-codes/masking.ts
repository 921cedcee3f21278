import { parseUscc } from "./uscc.ts";

/** Keeps `head` and `tail` characters; what is too short to hide at least four others is hidden whole. */
function hideMiddle(value: string, head: number, tail: number): string {
  const letters = [...value.trim()];
  const hidden = letters.length - head - tail;
  if (hidden < 4) return "*".repeat(letters.length);
  return [...letters.slice(0, head), "*".repeat(hidden), ...letters.slice(-tail)].join("");
}

/** P-17: the first character stays, the rest does not: 张三 → 张*. A name of one character is hidden. */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name.trim()];
  return rest.length === 0 ? "*".repeat(first.length) : first + "*".repeat(rest.length);
}

/** P-17: 6 + 8 hidden + 4. Shorter identity papers keep as much at both ends, or nothing. */
export const maskIdentityNumber = (value: string): string => hideMiddle(value, 6, 4);

/** P-17: 3 + 4 hidden + 4. */
export const maskPhone = (value: string): string => hideMiddle(value, 3, 4);

/** P-17: the number of a party: a unified social credit code is public and stays, anything else is hidden like a citizen's. */
export const maskPartyNumber = (value: string): string => (parseUscc(value).ok ? value : maskIdentityNumber(value));

const divisions = [
  /^\p{Script=Han}{1,8}?(?:省|自治区|特别行政区)/u,
  /^\p{Script=Han}{1,10}?(?:市|自治州|地区|盟)/u,
  /^\p{Script=Han}{1,12}?(?:县|(?<!小)区|旗|市)/u,
  /^\p{Script=Han}{1,10}?(?:镇|乡|街道|苏木)/u,
  /^\p{Script=Han}{1,10}?(?:村|社区|居委会|嘎查)/u,
];

/** P-17: an address down to its village or community, then `***`; where no division is recognised, only `***`. */
export function maskAddress(address: string): string {
  const text = address.trim();
  let kept = 0;
  for (const division of divisions) kept += division.exec(text.slice(kept))?.[0].length ?? 0;
  return text === "" ? "" : `${text.slice(0, kept)}***`;
}
