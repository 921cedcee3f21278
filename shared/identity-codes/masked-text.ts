/** Digits as people write them: half and full width, and the Chinese ones with which numbers are read out. */
const digit = "[0-9０-９〇零一二三四五六七八九幺]";
/** What may stand between two digits of one number. */
const gap = String.raw`[\s\u00a0\u3000.·•,，_/()（）\-‐‑–—－]{0,3}`;
/** A run of digits; an identity number may end in X. */
const run = new RegExp(`${digit}(?:${gap}${digit})*(?:${gap}[xXｘＸ])?`, "gu");
/** After these words a short number is a telephone, too. */
const phoneWords = /(?:电话|手机|座机|联系方式|微信|QQ|tel|phone)\s*(?:号码?|是|为)?\s*[:：]?\s*$/iu;

/** A mobile or long-distance number has eleven digits, an identity number 15 or 18, a bank card 16 to 19. */
const longNumber = 11;
const withArea = 10;
const shortNumber = 6;

const plain = (found: string): string =>
  [...found]
    .map((one) => {
      const chinese = "〇一二三四五六七八九".indexOf(one);
      if (chinese >= 0) return String(chinese);
      if (one === "零") return "0";
      if (one === "幺") return "1";
      return one.normalize("NFKC");
    })
    .filter((one) => /[0-9xX]/.test(one))
    .join("");

const namesSomebody = (number: string, before: string): boolean =>
  number.length >= longNumber ||
  (number.length >= withArea && number.startsWith("0")) ||
  (number.length >= shortNumber && phoneWords.test(before));

/**
 * P-17: a text for everybody. Numbers by which a person is reached or known (telephones, identity numbers, bank cards) are hidden
 * whole, however they are spaced or written. A name or an address cannot be told from other words: a person reads the text first.
 */
export const maskedText = (text: string): string =>
  text.replace(run, (found: string, at: number) =>
    namesSomebody(plain(found), text.slice(Math.max(0, at - 16), at)) ? "***" : found,
  );
