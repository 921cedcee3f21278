/** Digits as people write them: of any script, in circles, and the Chinese ones, plain and of accounts. */
const digit = String.raw`[\p{Nd}①-⑨⓪〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]`;
/** What may stand between two digits of one number; also what nobody sees. */
const gap = String.raw`[\s\p{Cf}.·•,，|~*_/()（）\-‐‑–—－]{0,3}`;
/** Something that is seen, and no mere space: a term is told after a comma or a full stop, never inside a number. */
const gapSeen = String.raw`[\s\p{Cf}]*[.,，|~—]${gap}`;
/** A run of digits; an identity number may end in X. */
const run = new RegExp(`${digit}(?:${gap}${digit})*(?:${gap}[xXｘＸ])?`, "gu");
/** A short number before such a word is a length of time, a day or a sum: 二日, 15个工作日, 三次. */
const ofTerm =
  /^\s?(?:[十百千万余多]{0,3}\s?)(?:个|工作日|日|天|周|月|年|季度|小时|时|分钟|元|次|倍|份|页|条|款|项|号令)/u;
/** The last number of a run where something stands between it and the one before. */
const lastPart = new RegExp(`^(.*${digit})(${gapSeen}${digit}{1,3})$`, "su");
/** After these words a short number is a telephone, too. */
const phoneWords = /(?:电话|手机|座机|联系方式|微信|QQ|tel|phone)\s*(?:号码?|是|为)?\s*[:：]?\s*$/iu;

/** Passports and travel permits: one or two letters, then the number. */
const travelPaper = /(?<![0-9A-Za-z])[A-Za-z]{1,2}\d{7,10}(?![0-9A-Za-z])/gu;
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** A login of a messenger, after the name of the messenger. */
const messenger = /((?:微信|wechat|QQ)\s*(?:号码?|是|为)?\s*[:：]?\s*)[A-Za-z][-\w]{5,19}/giu;

/** A mobile or long-distance number has eleven digits, an identity number 15 or 18, a bank card 16 to 19. */
const longNumber = 11;
const withArea = 10;
const shortNumber = 6;

const plain = (found: string): string =>
  [...found]
    .map((one) => {
      const chinese = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖".indexOf(one);
      if (chinese >= 0) return String(chinese % 10);
      if (one === "幺") return "1";
      return one.normalize("NFKC");
    })
    // A digit of another script counts as one; which one does not matter, save that 0 begins an area code.
    .map((one) => (/^\p{Nd}$/u.test(one) && !/^\d$/.test(one) ? "9" : one))
    .filter((one) => /[0-9xX]/.test(one))
    .join("");

const namesSomebody = (number: string, before: string): boolean =>
  number.length >= longNumber ||
  (number.length >= withArea && number.startsWith("0")) ||
  (number.length >= shortNumber && phoneWords.test(before));

/**
 * P-17: a text for everybody. By what a person is reached or known (telephones, identity papers, bank cards, mail, messengers) is
 * hidden whole, however it is spaced or written. A number that begins a term stays readable (二日). A name or an address cannot be told from other words: a person reads the text first.
 */
export const maskedText = (text: string): string =>
  text
    .replace(mailAddress, "***")
    .replace(messenger, "$1***")
    .replace(travelPaper, "***")
    .replace(run, (found: string, at: number, whole: string) => {
      if (!namesSomebody(plain(found), whole.slice(Math.max(0, at - 16), at))) return found;
      return `***${termIn(found, whole.slice(at + found.length))}`;
    });

/** The number at the end of a run that is a word of a term (电话13800000000，二日内送达); empty where there is none. */
function termIn(found: string, after: string): string {
  const [, , term = ""] = lastPart.exec(found) ?? [];
  return ofTerm.test(after) ? term : "";
}
