import { type HeldPower, kindOf, type ListKind, type Powers } from "./powers.ts";
import type { Problem } from "./text.ts";

/** P3: the town holds each power only as the law lets it: CF-24 for penalties, XK-24 and XK-25 for permits. */
export function powerProblems(powers: Powers): Problem[] {
  const held: [PropertyKey[], ListKind, HeldPower][] = [
    ...(["licence", "service", "penalty"] as const).map((kind): [PropertyKey[], ListKind, HeldPower] => [
      ["powers", "defaults", kind],
      kind,
      powers.defaults[kind],
    ]),
    ...Object.entries(powers.byCode).map(([code, power]): [PropertyKey[], ListKind, HeldPower] => [
      ["powers", "byCode", code],
      kindOf(code),
      power,
    ]),
  ];
  return [
    ...dates(powers),
    ...held.flatMap(([path, kind, power]) =>
      faults(powers, kind, power).map((message) => ({ path: [...path, "mode"], message })),
    ),
  ];
}

function faults({ authority }: Powers, kind: ListKind, { mode, instrument }: HeldPower): string[] {
  if (mode === "entrusted" && instrument === undefined) {
    return ["entrusted without a published instrument (XK-24) / 委托须有公告的委托书"];
  }
  if (mode !== "delegated") return [];
  if (authority.kind !== "province" || !authority.published) {
    return ["delegated without a published decision of the province (CF-24, XK-25) / 赋权须有已公布的省级决定"];
  }
  if (kind === "licence" && authority.stateCouncilApproval === undefined) {
    return ["a licence is moved only with State Council approval (XK-25) / 许可权划转须经国务院批准"];
  }
  return [];
}

function dates({ authority, letter, inForceFrom }: Powers): Problem[] {
  const message = "in force before the decision or the letter is dated / 生效日早于决定或赋权书日期";
  return inForceFrom < authority.date || inForceFrom < letter.date
    ? [{ path: ["powers", "inForceFrom"], message }]
    : [];
}
