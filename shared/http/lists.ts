import * as z from "zod";
import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import type { Runtime } from "../service/runtime.ts";
import { type Bounds, digest, type Loaded, type Place, type Position } from "../store/index.ts";
import { titled } from "../text/index.ts";
import type { Viewing } from "./commands.ts";
import type { Declares } from "./declared.ts";
import { isProblem, type Problem, problem } from "./problem.ts";
import { wholeNumber } from "./query-numbers.ts";
import { common, type Reading } from "./reads.ts";
import { type Route, type RouteName, splitName } from "./route.ts";
import { parsedBy } from "./validation.ts";

/** Where a list is found: the index, its partition, and bounds of its order. */
export interface Found extends Bounds {
  /** The order where the caller asks for none. */
  readonly descending?: boolean;
  /** Its order is none of the keys by which a caller may sort. */
  readonly unsorted?: true;
}

type Finding = Found | readonly Found[] | Problem;

/**
 * A parameter that takes several of these values: `status=a,b`, or `status=a&status=b`. Both reach a function as one text.
 * The document says an array.
 */
export const severalOf = <const V extends string>(values: readonly V[]) =>
  z
    .preprocess(
      (given) => (typeof given === "string" ? given.split(",") : given),
      z.array(z.enum(values)).min(1).max(values.length),
    )
    .meta({ description: "可多个 / One or several" });

/** In a row: the day by which something must be done. */
export const dueOn = titled(z.iso.date(), { zh: "到期日", en: "Due on" });

/** A row made of a whole view: the fields that the row declares. */
export const rowOf =
  <R extends z.ZodObject, A extends readonly unknown[]>(row: R, view: (...given: A) => unknown) =>
  (...given: A): z.output<R> =>
    row.parse(view(...given));

/** The order a caller asks for: one of the keys that the list declares. */
export interface Order {
  readonly by: string;
  readonly descending: boolean;
}

interface Asked<Q extends z.ZodRawShape> {
  readonly query: ListQuery<Q>;
  readonly actor: Actor | undefined;
  readonly runtime: Runtime;
  /** Absent: the list's own order. */
  readonly order?: Order;
}

export interface Listing<
  S,
  C,
  E extends DomainEvent,
  Q extends z.ZodRawShape,
  V extends z.ZodType,
  B = undefined,
  Said = z.input<V>,
> extends Reading<V> {
  readonly of: Decider<S, C, E>;
  readonly query?: Q;
  /** Keys by which a caller may sort. Each has an index; `find` answers it. The first one is the list's own, save where `find` says. */
  readonly sorts?: readonly [string, ...string[]];
  /** The lists that hold what is asked: several of one index are merged. */
  readonly find: (asked: Asked<Q>) => Finding | Promise<Finding>;
  /** Leaves out what the list's index cannot; a page is filled up all the same. */
  readonly keep?: (loaded: Loaded<S>, asked: Asked<Q>) => boolean | Promise<boolean>;
  /** Whether the index alone decides, so that `keep` only guards what has just changed: then keys are counted. */
  readonly exact?: (asked: Asked<Q>) => boolean;
  /** The list is thin for what `keep` asks: it is read in larger pages. */
  readonly sparse?: true;
  /** What the rows of a page need besides, read once for all of them. */
  readonly beside?: (items: readonly Loaded<S>[], viewing: Viewing) => Promise<B>;
  /** A short row: the full record is read by its id. */
  readonly view: (
    loaded: Loaded<S>,
    viewing: Viewing & { readonly query: ListQuery<Q>; readonly beside: B | undefined },
  ) => Said;
}

type ListQuery<Q extends z.ZodRawShape> = z.output<z.ZodObject<Q>>;

/** So many are counted at the most: to count is cheap, and says when it stopped. */
const mostCounted = 1_000;
/** Pages that one answer may read, and how large they are once the first was not enough. */
const pages = { most: 10, size: 100 } as const;
const sparsePages = { most: 20, size: 250 } as const;

const pagingFields = {
  limit: titled(wholeNumber(z.int().min(1).max(100).default(20)), { zh: "每页条数", en: "Rows of a page" }),
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta({ description: "上一页的next，原样送回 / `next` of the page before, as it was" }),
  total: z
    .enum(["true"])
    .optional()
    .meta({ description: `同时给出总数，最多数到${mostCounted} / Count as well, up to ${mostCounted}` }),
};
const paging = z.strictObject(pagingFields);

const totalSchema = z
  .object({
    count: titled(z.int(), { zh: "件数", en: "Count" }),
    complete: titled(z.boolean(), { zh: "已数完", en: "Complete" }).meta({
      description: "false：不止此数 / false: there are more",
    }),
  })
  .meta({ title: "Total", "x-title-zh": "总数" });

const sortSchema = ([first, ...others]: readonly [string, ...string[]]) =>
  z
    .enum([first, `-${first}`, ...others.flatMap((key) => [key, `-${key}`])])
    .optional()
    .meta({ description: "排序；“-”为倒序 / The key to sort by; `-` from the last" });

const orderOf = (sort: unknown): { readonly order?: Order } =>
  typeof sort === "string" ? { order: { by: sort.replace(/^-/, ""), descending: sort.startsWith("-") } } : {};

/**
 * `GET /<service>/<resources>?limit=&cursor=&sort=&total=`: `{items, next, total?}`, `next` absent on the last page.
 * It shows and counts nothing that `keep` leaves out.
 */
export function list<
  S,
  C,
  E extends DomainEvent,
  V extends z.ZodType,
  Q extends z.ZodRawShape = Record<never, never>,
  B = undefined,
  Said extends z.input<V> = z.input<V>,
>(name: RouteName, spec: Listing<S, C, E, Q, V, B, Said> & Declares<V, Said>): Route {
  const sort = spec.sorts === undefined ? {} : { sort: sortSchema(spec.sorts) };
  const rows = z.object({ items: z.array(spec.returns), next: z.string().optional(), total: totalSchema.optional() });
  return {
    ...splitName(name),
    ...common({ ...spec, returns: rows }),
    query: z.strictObject({ ...spec.query, ...sort, ...paging.shape }),
    async handle({ query, actor }, runtime, texts) {
      const { limit, cursor, total, sort: by, ...rest } = z.looseObject(paging.shape).parse(query);
      const asked = { query: parsedBy<z.ZodObject<Q>>(undefined, rest), actor, runtime, ...orderOf(by) };
      const found = await spec.find(asked);
      if (!isSeveral(found) && isProblem(found)) return found;
      const lists = isSeveral(found) ? found : [found];
      if (asked.order !== undefined && lists.some(({ unsorted }) => unsorted))
        return problem(422, "request.unsortable");
      const descending = asked.order?.descending ?? lists[0]?.descending ?? false;
      const scope = digest([runtime.store.table.name, name, lists, descending, rest]);
      const after = cursor === undefined ? undefined : placeIn(runtime.cursors.open(cursor, scope));
      if (cursor !== undefined && after === undefined) return problem(422, "request.bad-cursor");
      const page = await fill(spec, asked, { lists, descending, limit, after });
      const viewing = { actor, runtime, texts };
      const beside = await spec.beside?.(page.items, viewing);
      const items = page.items.map((one) => spec.view(one, { ...viewing, query: asked.query, beside }));
      const next = page.last === undefined ? {} : { next: runtime.cursors.issue({ ...page.last }, scope) };
      const counted = total === undefined ? {} : { total: await totalOf(spec, asked, lists) };
      return { status: 200, body: { items, ...next, ...counted } };
    },
  };
}

const isSeveral = (found: Finding): found is readonly Found[] => Array.isArray(found);

const placeIn = (position: Position | undefined): Place | undefined =>
  position?.sort === undefined || position.pk === undefined ? undefined : { sort: position.sort, pk: position.pk };

interface Span {
  readonly lists: readonly Found[];
  readonly descending: boolean;
  readonly limit: number;
  readonly after: Place | undefined;
}

/** A page filled whole. A list that is too thin for that answers a shorter one, and where to go on. */
async function fill<S, C, E extends DomainEvent, Q extends z.ZodRawShape, V extends z.ZodType, B>(
  { of, keep, sparse }: Listing<S, C, E, Q, V, B>,
  asked: Asked<Q>,
  { lists, descending, limit, after }: Span,
) {
  const { most, size } = sparse === true ? sparsePages : pages;
  const items: Loaded<S>[] = [];
  let place = after;
  for (let read = 0; read < most; read += 1) {
    const span = { limit: read === 0 || keep === undefined ? limit - items.length : size, descending, after: place };
    const page = await asked.runtime.store.listAcross(of, lists, span);
    for (const { place: at, ...one } of page.items) {
      if (items.length === limit) return { items, last: place };
      place = at;
      if ((await keep?.(one, asked)) !== false) items.push(one);
    }
    if (page.last === undefined) return { items, last: undefined };
    place = page.last;
    if (items.length === limit) return { items, last: place };
  }
  return { items, last: place };
}

/** Keys are counted where the index alone decides; else no more is read than a count may hold. */
async function totalOf<S, C, E extends DomainEvent, Q extends z.ZodRawShape, V extends z.ZodType, B>(
  { of, keep, exact }: Listing<S, C, E, Q, V, B>,
  asked: Asked<Q>,
  lists: readonly Found[],
): Promise<z.output<typeof totalSchema>> {
  const { store } = asked.runtime;
  if (keep === undefined || exact?.(asked) === true) {
    const count = await store.count(lists, mostCounted + 1);
    return { count: Math.min(count, mostCounted), complete: count <= mostCounted };
  }
  let [count, looked] = [0, 0];
  let after: Place | undefined;
  do {
    const page = await store.listAcross(of, lists, { limit: 250, after });
    const kept = await Promise.all(page.items.map((one) => keep(one, asked)));
    count += kept.filter(Boolean).length;
    looked += page.items.length;
    after = page.last;
  } while (after !== undefined && looked < mostCounted);
  return { count, complete: after === undefined };
}
