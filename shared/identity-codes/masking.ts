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

/** Words of a house, a shop or a household: no division is named by them. 张家口, 石家庄 and their like are. */
const noDivision = "[的住在户铺旁号]|家(?![庄口港界川屯])";
/** A name of a division may hold the word for a lower one only as its first letter (乡宁县): beyond that a lower division has begun. */
const below = String.raw`(?!${noDivision})\p{Script=Han}(?:(?!镇|乡|村|街道|社区|${noDivision})\p{Script=Han}){0,10}?`;
/** 李家镇 and 李家村 are named after a family; 张三家 is a house. */
const family = String.raw`\p{Script=Han}家`;
const township = String.raw`(?:(?![的家住在户铺旁号店部馆所])\p{Script=Han}){1,10}?`;
/** A village's name holds nothing of a shop, a street or a house: 张三超市旁甲村 names a person first. */
const quiet = String.raw`(?:(?![市店旁号路街厂家院巷后前的住在户铺部馆所园场楼坊])\p{Script=Han})`;
/** 东街社区, 站前社区, 松园村: a short name may end in such a word. */
const village = `(?:${quiet}{1,10}?|${quiet}{1,3}?[街路前后巷园院坊楼]|${family})`;
/** 市 of a shop, 区 of a housing estate or a works. */
const city = "(?<![超菜门夜早集])市(?!场)";
const district = "(?<![小社厂园库景校院])区";

const divisions = [
  new RegExp(`^${below}(?:省|自治区|特别行政区)`, "u"),
  new RegExp(`^${below}(?:${city}|自治州|地区|盟)`, "u"),
  new RegExp(`^${below}(?:县|${district}|旗|${city})`, "u"),
  new RegExp(`^(?:${township}|${family})(?:镇|乡|街道|苏木)`, "u"),
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
