import type { Fen } from "./amounts.ts";

const digits = "零壹贰叁肆伍陆柒捌玖";

/**
 * 大写金额 after 支付结算办法 annex 1: 1234567 → `壹万贰仟叁佰肆拾伍元陆角柒分`. Whole yuan and whole jiao end in 整; a missing jiao before fen
 * is written 零; a negative amount begins with 负.
 */
export function capitalAmount(amount: Fen): string {
  const total = Math.abs(amount);
  const [yuan, jiao, cents] = [Math.floor(total / 100), Math.floor(total / 10) % 10, total % 10];
  const text = [
    amount < 0 ? "负" : "",
    yuan > 0 || total === 0 ? `${whole(yuan)}元` : "",
    jiao > 0 ? `${digits.charAt(jiao)}角` : "",
    jiao === 0 && cents > 0 && yuan > 0 ? "零" : "",
    cents > 0 ? `${digits.charAt(cents)}分` : "整",
  ];
  return text.join("");
}

const places = [
  [100_000_000, "亿"],
  [10_000, "万"],
  [1_000, "仟"],
  [100, "佰"],
  [10, "拾"],
] as const;

/** One zero stands for any run of zeros between two digits, none at the end. */
function whole(value: number): string {
  for (const [unit, name] of places) {
    if (value < unit) continue;
    const rest = value % unit;
    const gap = rest > 0 && rest < unit / 10 ? "零" : "";
    return `${whole(Math.floor(value / unit))}${name}${gap}${rest > 0 ? whole(rest) : ""}`;
  }
  return digits.charAt(value);
}
