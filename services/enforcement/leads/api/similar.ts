import type * as z from "zod";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { lead } from "../domain/decider.ts";
import type { Lead } from "../domain/lead.ts";
import { isWorthAHint, sharedBy, type Trace } from "../domain/similar.ts";
import type { leadView } from "./lead-view.ts";

type Similar = NonNullable<z.input<typeof leadView>["similar"]>;

const leadsLookedAt = ["received", "checked", "verified", "proposed", "filed"];
const casesLookedAt = ["proposed", "investigating", "suspended"];
/** The latest of each list: an older matter is hardly the same. */
const most = 100;

const there = (ones: readonly (string | undefined)[]) => ones.filter((one) => one !== undefined);

function traceOfLead({ place, item, accused, happenedOn, receivedOn }: Lead): Trace {
  return {
    places: place === undefined ? [] : [place],
    items: there([item]),
    parties: there([accused?.name, accused?.key]),
    from: happenedOn ?? receivedOn,
    until: receivedOn,
  };
}

function traceOfCase({ acts, parties, source }: PenaltyCase): Trace {
  const days = acts.flatMap(({ from, until }) => [from, until ?? source.receivedOn]).toSorted();
  return {
    places: acts.map(({ place }) => place),
    items: acts.map(({ code }) => code),
    parties: parties.flatMap(({ name, key }) => [name, key]),
    from: days[0] ?? source.receivedOn,
    until: days.at(-1) ?? source.receivedOn,
  };
}

interface Readable {
  readonly lead: (state: Lead) => boolean;
  readonly case: (loaded: Loaded<PenaltyCase>) => boolean;
}

/** Leads and cases that may be the same matter, and what they share. A hint: nothing is joined by it. */
export async function similarTo({ id, state }: Loaded<Lead>, { store }: Runtime, mayRead: Readable): Promise<Similar> {
  const latest = (partition: string) => ({ index: "byStatus", partition, descending: true, limit: most });
  const [leads, cases] = await Promise.all([
    Promise.all(leadsLookedAt.map((status) => store.list(lead, latest(`lead:${status}`)))),
    Promise.all(casesLookedAt.map((status) => store.list(penaltyCase, latest(`case:${status}`)))),
  ]);
  const own = traceOfLead(state);
  const hint = (kind: "lead" | "case", other: string, trace: Trace): Similar => {
    const shares = [...sharedBy(own, trace)];
    return isWorthAHint(shares) ? [{ kind, id: other, shares }] : [];
  };
  return [
    ...leads
      .flatMap(({ items }) => items)
      .filter((one) => one.id !== id && one.state.matter === "breach" && mayRead.lead(one.state))
      .flatMap((one) => hint("lead", one.id, traceOfLead(one.state))),
    ...cases
      .flatMap(({ items }) => items)
      .filter((one) => one.id !== state.case && mayRead.case(one))
      .flatMap((one) => hint("case", one.id, traceOfCase(one.state))),
  ];
}
