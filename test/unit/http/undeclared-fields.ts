import * as z from "zod";
import { pick } from "../../../shared/decider/index.ts";
import { command, create, list, read, readById, resource } from "../../../shared/http/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { type Lamp, lampDecider } from "../decider/lamp.ts";

/*
 * Answers that must not compile: each has a field that its schema does not declare. `npm run check` runs `tsc`, and it fails on
 * a line here that does compile.
 */
const about = { summary: { zh: "灯", en: "A lamp" }, allow: ["clerk"] } as const;
const seen = z.object({ on: z.string(), by: z.object({ name: z.string() }).optional() });
const returns = z.object({ id: z.string(), status: z.string(), street: z.string().optional(), seen: z.array(seen) });

const lawful = ({ id, state }: Loaded<Lamp>) => ({ id, ...pick(state, ["status", "street"]), seen: [{ on: "2026" }] });
/** A field beside those of the schema, by its name. */
const named = ({ id, state }: Loaded<Lamp>) => ({ ...lawful({ id, state, version: 1 }), watts: state.watts });
/** The same, picked. */
const picked = ({ id, state }: Loaded<Lamp>) => ({ id, ...pick(state, ["status", "watts"]), seen: [] });
/** One state alone has it. */
const ofOne = ({ id, state }: Loaded<Lamp>) => ({
  ...{ id, status: state.status, seen: [] },
  ...(state.status === "broken" ? { cause: state.cause } : {}),
});
/** In a part of a list. */
const within = ({ id, state }: Loaded<Lamp>) => ({
  ...{ id, status: state.status },
  seen: [{ on: "2026", by: { name: "one", login: "two" } }],
});
const late = async (loaded: Loaded<Lamp>) => named(loaded);

const of = lampDecider;
const at = "/lamps" as const;
const lamps = resource({ of, at, staff: ["clerk"], returns, view: lawful });
const light = { ...about, body: z.strictObject({}), run: () => ({ type: "light" as const }) };

/** The same with an answer that its schema declares: each compiles. */
export const lawfulRoutes = [
  lamps.read(about.summary, about.allow, { view: lawful }),
  readById("GET /lamps/{id}", { ...about, of, returns, view: lawful }),
  list("GET /lamps", { ...about, of, returns, find: () => [], view: lawful }),
  read("GET /lamps/one", { ...about, returns, run: async () => ({ id: "1", status: "lit", seen: [] }) }),
  lamps.step("light", { ...light, answers: { returns, view: lawful } }),
  lamps.beside("light", { ...light, of, returns, view: lawful }),
  command("POST /lamps/{id}/light", { ...light, of, returns, view: lawful }),
  create("POST /lamps", { ...light, of, id: ({ unique }) => unique, returns, view: lawful }),
];

// @ts-expect-error
resource({ of, at, staff: ["clerk"], returns, view: named });
// @ts-expect-error
resource({ of, at, staff: ["clerk"], returns, view: picked });
// @ts-expect-error
resource({ of, at, staff: ["clerk"], returns, view: ofOne });
// @ts-expect-error
resource({ of, at, staff: ["clerk"], returns, view: within });
// @ts-expect-error
resource({ of, at, staff: ["clerk"], returns, view: late });
// @ts-expect-error
resource({
  of,
  at,
  staff: ["clerk"],
  returns,
  view: ({ id, state }) => ({ id, status: state.status, seen: [], w: 1 }),
});
// @ts-expect-error
lamps.read(about.summary, about.allow, { view: named });
// @ts-expect-error
readById("GET /lamps/{id}", { ...about, of, returns, view: named });
// @ts-expect-error
list("GET /lamps", { ...about, of, returns, find: () => [], view: named });
// @ts-expect-error
read("GET /lamps/one", { ...about, returns, run: async () => ({ id: "1", status: "lit", seen: [], watts: 1 }) });
// @ts-expect-error
lamps.step("light", { ...light, answers: { returns, view: named } });
// @ts-expect-error
lamps.beside("light", { ...light, of, returns, view: named });
// @ts-expect-error
command("POST /lamps/{id}/light", { ...light, of, returns, view: named });
// @ts-expect-error
create("POST /lamps", { ...light, of, id: ({ unique }) => unique, returns, view: named });
