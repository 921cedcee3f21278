import { type Fen, fen } from "./amounts.ts";

export type YuanReason = "money.format" | "money.too-many-decimals" | "money.range";

const shape = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/** F-14: reads yuan as people write them: `1234.5`, `1,234.50`, `¥1,234.50`, `-12`. At most two decimals; nothing is rounded. */
export function parseYuan(
  text: string,
): { readonly ok: true; readonly value: Fen } | { readonly ok: false; readonly reason: YuanReason } {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^(-?)[¥￥]\s*/u, "$1");
  const [, sign = "", yuan, decimals = ""] = shape.exec(plain) ?? [];
  if (yuan === undefined) return { ok: false, reason: "money.format" };
  if (decimals.length > 2) return { ok: false, reason: "money.too-many-decimals" };
  const amount = BigInt(`${yuan.replaceAll(",", "")}${decimals.padEnd(2, "0")}`);
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, reason: "money.range" };
  return { ok: true, value: fen(sign === "-" ? -amount : amount) };
}

/** F-14: yuan with two decimals and separated thousands: 123456789 → `1,234,567.89`. */
export function formatYuan(amount: Fen): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${amount < 0 ? "-" : ""}${yuan}.${digits.slice(-2)}`;
}
