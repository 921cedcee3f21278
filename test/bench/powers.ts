import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { power } from "../../services/powers/powers/domain/decider.ts";
import type { Power, PowerEvent } from "../../services/powers/powers/domain/power.ts";
import { powers } from "../../services/powers/service.ts";
import { type Recorded, theTownItself } from "../../shared/decider/index.ts";
import { apiFor } from "../../shared/http/index.ts";
import { contextFor, type Runtime, tableName } from "../../shared/service/index.ts";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store } from "../../shared/store/index.ts";
import { stateItem } from "../../shared/store/written.ts";
import type { Split } from "../../shared/town/splits.ts";
import { caller, type Hall } from "./hall.ts";
import { inTurn, ratio } from "./timing.ts";

const size = { items: 5_000, polygons: 200 };
const domain = "urban";
const anybody = { sub: "", roles: "[]", office: "" };
const codeOf = (number: number) => `PN-${String(number).padStart(6, "0")}`;

/** A power of the list, held since 2026, as its events make it. */
function aPower(number: number, { town }: Runtime): Power {
  const code = codeOf(number);
  const name = { zh: `事项${number}`, en: `Item ${number}` };
  const listed: PowerEvent = {
    type: "powers.power.listed",
    data: {
      code,
      itemCode: `${town.uscc}500026600${String(number).padStart(4, "0")}`,
      name,
      category: "penalty",
      domain,
      legalBasis: "《城市道路管理条例》第四十二条",
      basis: [{ law: "城市道路管理条例", article: "第四十二条" }],
      sourceDepartment: "县综合行政执法局",
      townRole: "decides",
      dutyList: "basic",
    },
  };
  const organ = { name: town.organName, uscc: town.uscc };
  const letter = { number: "赋权〔2025〕1号", date: "2025-12-15" };
  const handed: PowerEvent = {
    type: "powers.power.handed-over",
    data: { code, mode: "delegated", inWhoseName: organ, inForceFrom: "2026-01-01", letter },
  };
  const recorded = (event: PowerEvent, sequence: number): Recorded<PowerEvent> => ({
    ...event,
    sequence,
    time: "2026-01-01T00:00:00.000Z",
    actor: theTownItself.sub,
  });
  return power.evolve(power.evolve(undefined, recorded(listed, 1)), recorded(handed, 2));
}

/** Areas of 32 corners each, in rows across the town. */
function areas(): Split[] {
  return Array.from({ length: size.polygons }, (_, at) => {
    const [x, y] = [101.8 + (at % 20) * 0.01, 25.05 + Math.floor(at / 20) * 0.01];
    const corner = (step: number): [number, number] => {
      const angle = (step * Math.PI) / 16;
      return [x + 0.004 * Math.cos(angle), y + 0.004 * Math.sin(angle)];
    };
    const ring = Array.from({ length: 32 }, (_unused, step) => corner(step));
    return {
      id: `area-${at}`,
      name: { zh: `片区${at}`, en: `Area ${at}` },
      items: [],
      domains: [domain],
      area: { kind: "polygon", coordinates: [[...ring, corner(0)]] },
      town: "outside",
      line: "county",
      from: "2026-01-01",
      legalBasis: "示例",
    };
  });
}

async function fill(runtime: Runtime): Promise<void> {
  const context = contextFor(runtime, theTownItself);
  for (let from = 0; from < size.items; from += 100) {
    const puts = Array.from({ length: 100 }, (_, at) => {
      const state = aPower(from + at, runtime);
      const execution = {
        commandId: "bench",
        bodyDigest: "bench",
        context,
      };
      return {
        item: stateItem(execution, power, state.code, { state, version: 2, head: "" }, undefined),
        expect: "absent" as const,
      };
    });
    await runtime.store.table.write(puts);
  }
}

/** `GET /powers/check` at a place, against one bare read of the same item in the same run; and the list as a whole. */
export async function powersCheck(hall: Hall, rounds: number) {
  const name = tableName(hall.runtime.town.slug, powers.name);
  const town = { ...hall.runtime.town, splits: areas() };
  const runtime: Runtime = { ...hall.runtime, town, store: new Store(dynamoTable(name, hall.client)) };
  await fill(runtime);
  const call = caller(apiFor(powers, runtime), town.slug);
  const code = (round: number) => codeOf((round * 37) % size.items);
  const place = (round: number) =>
    `lng=${(101.83 + (round % 17) * 0.009).toFixed(6)}&lat=${(25.06 + (round % 7) * 0.011).toFixed(6)}`;
  const timings = await inTurn(rounds, Math.ceil(rounds / 5), {
    bareRead: (round) =>
      hall.client.send(
        new GetCommand({ TableName: name, Key: { pk: `power#${code(round)}`, sk: "state" }, ConsistentRead: true }),
      ),
    check: (round) => call("GET", `/powers/check?code=${code(round)}&${place(round)}`, anybody),
  });
  const list = await inTurn(5, 1, {
    counts: () => call("GET", "/powers/counts", anybody),
    page: () => call("GET", "/powers/items?limit=100", anybody),
    thinPage: () => call("GET", `/powers/items?limit=20&text=${encodeURIComponent("事项49")}`, anybody),
    export: () => call("GET", "/powers/list.json", anybody),
  });
  const p99 = (of: string) => timings.get(of)?.p99 ?? Number.NaN;
  return {
    ...size,
    rounds,
    milliseconds: Object.fromEntries([...timings, ...list]),
    ratio: ratio(p99("check"), p99("bareRead")),
  };
}
