/** P-8: stands where a personal part was whose time is over. */
export const erasedMark = "已按期删除";

/** Keeps `head` and `tail` characters; what is too short to hide at least four others is hidden whole. */
function hideMiddle(value: string, head: number, tail: number): string {
  if (value === erasedMark) return value;
  const letters = [...value.trim()];
  const hidden = letters.length - head - tail;
  if (hidden < 4) return "*".repeat(letters.length);
  return [...letters.slice(0, head), "*".repeat(hidden), ...letters.slice(-tail)].join("");
}

/** P-17: the first character stays, the rest does not: 张三 → 张*. A name of one character is hidden. */
export function maskName(name: string): string {
  if (name === erasedMark) return name;
  const [first = "", ...rest] = [...name.trim()];
  return rest.length === 0 ? "*".repeat(first.length) : first + "*".repeat(rest.length);
}

/** P-17: 6 + 8 hidden + 4. Shorter identity papers keep as much at both ends, or nothing. */
export const maskIdentityNumber = (value: string): string => hideMiddle(value, 6, 4);

/** P-17: 3 + 4 hidden + 4. */
export const maskPhone = (value: string): string => hideMiddle(value, 3, 4);

/** A name of a division may hold the word for a lower one only as its first letter (乡宁县): beyond that a lower division has begun. */
const below = String.raw`\p{Script=Han}(?:(?!镇|乡|村|街道|社区)\p{Script=Han}){0,10}?`;
/** A village's name holds nothing of a shop, a street or a house: 张三超市旁甲村 names a person first. */
const village = String.raw`(?:(?![市店旁号路街厂家院巷后前])\p{Script=Han}){1,10}?`;

const divisions = [
  new RegExp(`^${below}(?:省|自治区|特别行政区)`, "u"),
  new RegExp(`^${below}(?:(?<![超菜门夜早集])市(?!场)|自治州|地区|盟)`, "u"),
  new RegExp(`^${below}(?:县|(?<![小社])区|旗|(?<![超菜门夜早集])市(?!场))`, "u"),
  /^\p{Script=Han}{1,10}?(?:镇|乡|街道|苏木)/u,
  new RegExp(`^${village}(?:村|社区|居委会|嘎查)`, "u"),
];

/** P-17: an address down to its village or community, then `***`; where no division is recognised, only `***`. */
export function maskAddress(address: string): string {
  if (address === erasedMark) return address;
  const text = address.trim();
  let kept = 0;
  for (const division of divisions) kept += division.exec(text.slice(kept))?.[0].length ?? 0;
  return text === "" ? "" : `${text.slice(0, kept)}***`;
}
