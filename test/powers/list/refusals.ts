import { csvOf, readList } from "../../../services/powers/list/api/list-csv.ts";
import { planOf } from "../../../services/powers/list/domain/plan.ts";
import { listImport } from "../../../services/powers/powers/domain/importing/list-import.ts";
import type { ListImportCommand } from "../../../services/powers/powers/domain/importing/words.ts";
import { entryFaults, entryFrom } from "../../../services/powers/powers/domain/listed-entry.ts";
import type { Power } from "../../../services/powers/powers/domain/power.ts";
import { type Decision, type DomainEvent, type Rejection, refusals } from "../../../shared/decider/index.ts";
import { day, town } from "../../support/deciding.ts";
import { aContext } from "../../support/tally-town.ts";
import { aHeldPower, aListing, theCounty } from "../powers/builders.ts";

type Provoked = () => Decision<DomainEvent>;
const first = (rejections: readonly Rejection[], code: string): Decision<DomainEvent> =>
  rejections.find((one) => one.code === code) ?? [];
const entry = (more: object = {}) => ({ ...aListing().power, ...more });

const faulty =
  (code: string, more: object): Provoked =>
  () =>
    first(entryFaults(entry(more), town), code);
const planned =
  (code: string, entries: ReturnType<typeof entry>[], list: readonly Power[] = []): Provoked =>
  () => {
    const known = new Map(list.map((one) => [one.code, one]));
    const { faults } = planOf(entries, known, town, day("2026-03-01"), { actor: theCounty });
    return first(
      faults.map(({ rejection }) => rejection),
      code,
    );
  };
const csv =
  (code: string, change: (text: string) => string): Provoked =>
  () => {
    const { faults } = readList(change(csvOf([entryFrom(entry(), town)], "zh")));
    return first(
      faults.flatMap((fault) => ("rejection" in fault ? [fault.rejection] : [])),
      code,
    );
  };

/** Told while the import `a` holds the list. */
const importing =
  (command: ListImportCommand): Provoked =>
  () => {
    const running = { id: "a", asked: { digest: "d" }, until: "2099-01-01T00:00:00.000Z", by: theCounty };
    const context = { ...aContext(), numbers: { take: () => 1 } };
    return listImport.decide({ revision: 0, done: [], running }, command, context);
  };

/** Every refusal about the list as a whole, provoked. */
export const listRefusals: Readonly<Record<string, Provoked>> = {
  "powers.item-code-of-another-category": faulty("powers.item-code-of-another-category", { category: "licence" }),
  "powers.unknown-department": faulty("powers.unknown-department", { sourceDepartment: "县航天局" }),
  "powers.basis-differs": faulty("powers.basis-differs", { basis: [{ law: "另一部法" }] }),
  "powers.repealed-before-in-force": faulty("powers.repealed-before-in-force", {
    basis: [{ law: "甲", inForceFrom: "2026-01-02", repealedFrom: "2026-01-02" }],
  }),
  "powers.code-twice": planned("powers.code-twice", [entry(), entry()]),
  "powers.item-code-taken": planned("powers.item-code-taken", [entry(), entry({ code: "PN-002" })]),
  "powers.category-fixed": planned("powers.category-fixed", [entry({ category: "other" })], [aHeldPower().state]),
  "powers.import-under-way": importing({ type: "open", id: "b", asked: { digest: "d" }, by: theCounty }),
  "powers.import-lost": importing({ type: "adopt", id: "b", parts: 1, fresh: 1, changed: 0 }),
  "powers.import-refused": () => refusals<string>().badInput("powers.import-refused", { faults: 2 }),
  "powers.csv-unreadable": csv("powers.csv-unreadable", (text) => `${text}"PN`),
  "powers.csv-columns": csv("powers.csv-columns", (text) => text.replace("类别", "类型")),
  "powers.csv-too-long": csv("powers.csv-too-long", (text) => `${text}${"PN-002\n".repeat(10_000)}`),
  "powers.csv-row-length": csv("powers.csv-row-length", (text) => `${text}PN-002,甲`),
};
