import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { services } from "../../../infra/services.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { contextFor } from "../../../shared/service/index.ts";
import { folded } from "../../../shared/store/folding.ts";
import { type Codes, type Harmless, harmlessIn, isHarmless } from "../../../shared/store/harmless.ts";
import { memoryTable, type Refolding, Store } from "../../../shared/store/index.ts";
import { partitionOf, type StoredEvent, stateKey } from "../../../shared/store/items.ts";
import { kindsOf } from "../../../shared/store/retained.ts";
import { eventItem, stateAttributes } from "../../../shared/store/written.ts";
import { type SampledEvent, sample, sampleDirectory } from "../../support/samples.ts";
import { aRuntime, profile } from "../../support/tally-town.ts";

/** Kinds of records that are never erased, each with its reason. */
const keptForEver: Readonly<Record<string, string>> = {
  "grid-events/device": "why a machine was taken out of use is the organ's own record",
  "grid-events/device-area": "why an alarm of a machine was dismissed is the organ's own record",
  "permits/guide": "why a guide was revised is the organ's own record",
  "powers/handover": "the signed form is the ground of the town's powers: an archive keeps it for ever (P-8)",
  "powers/readiness": "who holds a post is public; the entry goes when he leaves",
  "powers/readiness-record": "who holds a post is public; the entry goes when he leaves",
};

const kinds = services.flatMap(({ name, aggregates }) => aggregates.map(({ decider }) => ({ service: name, decider })));
const histories = kinds.map(({ service, decider }) => {
  const prefix = `${decider.aggregate}.`;
  const files = readdirSync(sampleDirectory(service)).filter((file) => file.startsWith(prefix));
  const read = (file: string) => sample.parse(JSON.parse(readFileSync(join(sampleDirectory(service), file), "utf8")));
  const told = files.map(read).flatMap(({ shape, histories: all }) => all.map(({ events }) => ({ events, shape })));
  return { name: `${service}/${decider.aggregate}`, decider, told };
});
const personal = histories.filter(({ told }) => told.some(({ events }) => events.some((event) => event.personal)));

/** Every text of a personal part that may name somebody: by its form, not by the name of its field. */
function textsIn(value: unknown, codes?: Codes, stays?: Harmless): string[] {
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d/.test(value) || isHarmless(value, stays) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, codes, stays));
  if (typeof value !== "object" || value === null) return [];
  // Name and credit code of a body are public: they name no person. A day of birth is no harmless day.
  const ofBody = "kind" in value && value.kind === "organisation" ? ["name", "idNumber"] : [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === "bornOn" && typeof inner === "string") return [inner];
    return ofBody.includes(name) ? [] : textsIn(inner, codes, harmlessIn(name, stays, codes));
  });
}

const digests = new Set(["salt", "hash", "previous", "by", "command", "head"]);
/** Digests and salts hold any four digits by chance: they are no texts of anybody. */
const withoutDigests = (field: string, value: unknown): unknown => (digests.has(field) ? undefined : value);

/** A history as it lies in a table, ended long ago. */
async function lying(decider: Refolding, events: readonly SampledEvent[], shape: number) {
  const runtime = aRuntime();
  const store = new Store(memoryTable("samples"));
  const { table } = store;
  const asked = { commandId: "sampled", bodyDigest: "", context: contextFor(runtime, theTownItself) };
  let head = "0".repeat(64);
  const stored: StoredEvent[] = events.map((event, at) => {
    const { personal: part, ...said } = event;
    const rest = { ...said, sequence: at + 1 };
    const full = part === undefined ? rest : { ...rest, personal: part };
    const item = eventItem(asked, { ...decider, shape }, "S1", full, head);
    head = item.hash;
    return item;
  });
  const state = folded(decider, stored);
  const version = stored.length;
  const attributes = stateAttributes(decider, "S1", state, { endedOn: "2001-01-01" }, profile);
  const place = { ...stateKey(decider.aggregate, "S1"), aggregate: decider.aggregate, id: "S1" };
  const item = { ...place, version, head, commands: [], ...attributes };
  await table.write([...stored, item].map((one) => ({ item: one, expect: "absent" as const })));
  return { store, table, version, asked };
}

describe("P-8: each kind of record in the manifests", () => {
  test("that holds a personal part says when it is over, or why it is kept for ever", () => {
    const silent = personal.filter(({ decider }) => decider.ended === undefined).map(({ name }) => name);
    expect(silent.toSorted()).toEqual(Object.keys(keptForEver).toSorted());
  });

  test.each(personal.filter(({ decider }) => decider.ended !== undefined))(
    "$name: erased, nothing of its personal parts is left, and it folds as before",
    async ({ decider, told }) => {
      for (const { events, shape } of told) {
        const { store, table, version, asked } = await lying(decider, events, shape);
        const before = folded(decider, await store.history(decider, "S1"));
        const hold = { key: { pk: "hold#none", sk: "state" }, stands: () => false };
        const done = await store.erase({ of: decider, id: "S1", version, kinds: kindsOf(decider), hold, ...asked });
        expect(done).toBe("erased");
        const left = JSON.stringify((await table.scan({ limit: 1000 })).items, withoutDigests);
        const kept = new Set(decider.neverErased ?? []);
        const published = JSON.stringify(events.filter(({ type }) => kept.has(type)));
        const parts = events
          .flatMap((event) => textsIn(event.personal, decider.codes))
          .filter((one) => !published.includes(one));
        for (const text of parts.filter((one) => one.length > 2 && !saidInData(events, one)))
          expect(left).not.toContain(text);
        const after = folded(decider, await store.history(decider, "S1"));
        expect(Object.keys(after ?? {}).length).toBeGreaterThan(0);
        expect(statusIn(after)).toBe(statusIn(before));
        const [item] = await table.read([{ pk: partitionOf(decider.aggregate, "S1"), sk: "state" }]);
        expect(item?.state).toEqual(after);
      }
    },
  );
});

const saidInData = (events: readonly SampledEvent[], text: string) =>
  JSON.stringify(events.map(({ data, actor }) => [data, actor])).includes(text);
const statusIn = (state: unknown) =>
  typeof state === "object" && state !== null && "status" in state ? state.status : undefined;
