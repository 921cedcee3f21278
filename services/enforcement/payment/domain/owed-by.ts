import { present } from "../../../../shared/decider/index.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { owed } from "../../cases/domain/proceeding/weighing.ts";
import type { Debt, Follow } from "./messages.ts";

/** What a decision says now of money, remedies and its end; a fine follows it. */
export function followed(id: string, proceeding: Proceeding | undefined): Follow {
  if (proceeding === undefined || !("decision" in proceeding)) return { type: "follow", debt: undefined, remedies: [] };
  const { decision, handlers, remedies } = proceeding;
  const debt: Debt | undefined = decision.served && {
    ...{ case: proceeding.case, proceeding: id, decision: decision.number.text.zh },
    ...owed(proceeding),
    receivedOn: decision.served.on,
    surcharge: decision.performance?.surcharge === true,
    suit: decision.suit,
    handledBy: handlers,
  };
  return {
    type: "follow",
    debt,
    party: { kind: proceeding.party.kind, key: proceeding.party.key },
    items: [...new Set((proceeding.charges?.items ?? []).map(({ code }) => code))],
    remedies: remedies.map(({ kind, filedOn, endedOn, effect }) => ({
      ...{ kind, from: filedOn },
      ...present({ to: endedOn, effect }),
    })),
    ...(proceeding.status === "overturned" ? { overturned: proceeding.overturned.document.number } : {}),
  };
}
