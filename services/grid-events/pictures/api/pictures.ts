import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { downloadLeave, fileSaid, savedName, uploadLeave } from "../../../../shared/files/index.ts";
import {
  forReason,
  hasRole,
  isProblem,
  leadsTo,
  problem,
  type Route,
  read,
  readById,
  refusalOf,
  resource,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { picturesAfter, picturesNamed } from "../../events/domain/event.ts";
import { isReleasedPicture } from "../../events/domain/releasing.ts";
import { isReporter } from "../../events/domain/who.ts";
import { gridHouse, gridMatters, sightOf, unitRoles } from "../../events/index.ts";
import { picture } from "../domain/decider.ts";
import { cleanedKey, type Picture, pictureMoves } from "../domain/picture.ts";
import { releasedPictureById } from "../released.ts";
import { announcePicture, cleanedOf, leaveFor, pictureIdOf } from "../sending.ts";

const instant = z.iso.datetime();
export const pictureView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["announced", "received", "unfinished"]),
  event: z.string(),
  ...fileSaid,
  /** The instant by which it has to be sent. */
  due: instant.optional(),
  receivedAt: instant.optional(),
  /** How it is turned (EXIF 1 to 8): the file itself no longer says it. */
  orientation: z.int().optional(),
});

export function viewPicture({ id, version, state }: Loaded<Picture>) {
  const { status, event, type, bytes, sha256 } = state;
  return {
    ...{ id, version, status, event, type, bytes, sha256 },
    ...(state.status === "announced" ? { due: state.due } : {}),
    ...(state.status === "received"
      ? { receivedAt: state.receivedAt, ...present({ orientation: state.orientation }) }
      : {}),
  };
}

const everybody = ["resident", ...gridHouse, ...unitRoles] as const;

/** Known to those who read its matter and the place of it. Who only reported sees his own, and what is released. */
const pictures = resource({
  of: picture,
  at: "/grid-events/pictures",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    const matter = await runtime.store.load(gridEvent, state.event);
    if (matter === undefined || !(await gridMatters.mayRead(matter, actor, runtime))) return false;
    const { inside, point } = await sightOf(matter, { actor, runtime });
    if (inside) return point;
    const his = isReporter(matter.state, actor) && matter.state.pictures.includes(state.sha256);
    return his || isReleasedPicture(matter.state, state.sha256, runtime.town);
  },
  moves: pictureMoves,
  statusOf: ({ status }) => status,
  returns: pictureView,
  view: (loaded) => viewPicture(loaded),
  links: ({ state }) => [gridMatters.link("event", { zh: "事件", en: "Matter" }, state.event)],
});

const announcement = z.strictObject({ event: lineOf(80), ...fileSaid });
const announced = pictureView.extend({ upload: uploadLeave.optional() });

/** Announces a picture of a matter that one reads: leave to send it, unless it is there. Asked again after a cut it goes on. */
const announce: Route = {
  ...{ method: "POST", path: "/grid-events/pictures", status: 200, isCommand: true, allow: everybody },
  summary: {
    zh: "申报事件引用的一张照片（类型、大小、SHA-256），取得限时上传地址；已收到的不必再传",
    en: "Announce a picture that a matter names, and be given leave to send it; what is there is not sent again",
  },
  body: announcement,
  returns: announced,
  async handle({ actor, body, idempotencyKey: key, traceparent }, runtime, texts) {
    if (actor === undefined) return problem(401, "auth.missing");
    const { event, ...file } = announcement.parse(body);
    const matter = await runtime.store.load(gridEvent, event);
    if (matter === undefined || !(await gridMatters.mayRead(matter, actor, runtime)))
      return problem(404, "resource.not-found");
    const done = refusalOf(await announcePicture(runtime, { event, actor, key, traceparent }, file), texts);
    if (isProblem(done)) return done;
    const upload = await leaveFor(done, runtime);
    return {
      status: 200,
      headers: { etag: `"${done.version}"` },
      body: { ...viewPicture(done), ...present({ upload }) },
    };
  },
};

const matterOf = async (id: string, { store }: Pick<Runtime, "store">) => ({
  matter: factReference(gridEvent, (await store.load(picture, id))?.state.event ?? id),
});

const ofMatter = readById("GET /grid-events/events/{id}/pictures", {
  summary: {
    zh: "一件事件的照片：应有几张、收到几张",
    en: "The pictures of a matter: which are named, which have come",
  },
  allow: everybody,
  of: gridEvent,
  mayRead: gridMatters.mayRead,
  returns: z.object({
    id: z.string(),
    version: z.int(),
    named: z.int(),
    there: z.int(),
    pictures: z.array(
      z.object({
        id: z.string(),
        sha256: z.string(),
        of: z.enum(["before", "after"]),
        status: z.enum(["named", "announced", "received", "unfinished"]),
        orientation: z.int().optional(),
      }),
    ),
  }),
  view: async ({ id, version, state }, { runtime }) => {
    const named = picturesNamed(state).map((sha256) => ({ sha256, id: pictureIdOf(id, sha256, runtime) }));
    const known = new Map(
      (await runtime.store.loadAll(picture, named.map((one) => one.id).toSorted())).map((one) => [one.id, one.state]),
    );
    const after = picturesAfter(state);
    const shown = named.map((one) => {
      const found = known.get(one.id);
      return {
        ...one,
        of: after.includes(one.sha256) ? ("after" as const) : ("before" as const),
        status: found?.status ?? ("named" as const),
        ...(found?.status === "received" ? present({ orientation: found.orientation }) : {}),
      };
    });
    const there = shown.filter(({ status }) => status === "received").length;
    return { id, version, named: shown.length, there, pictures: shown };
  },
});

gridMatters.linked(({ id, state }, { actor }) =>
  actor !== undefined && hasRole(actor, everybody) && picturesNamed(state).length > 0
    ? [
        leadsTo({
          ...{ rel: "pictures", title: { zh: "照片", en: "Pictures" } },
          path: `/grid-events/events/${id}/pictures`,
        }),
      ]
    : [],
);

const released = z.object({
  id: z.string(),
  type: z.string(),
  orientation: z.int().optional(),
  ...downloadLeave.shape,
});
const origin = z.object({
  at: z.string().optional(),
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
});

/** Pictures of matters: announced, sent by a URL of minutes, cleaned, fetched; public ones after their release alone. */
export const pictureRoutes: readonly Route[] = [
  announce,
  ofMatter,
  pictures.step("complete", {
    summary: {
      zh: "上传完毕：核对大小、校验值和内容，去除照片自带的信息",
      en: "It was sent: its size, hash and content are checked, and what it tells besides is taken out",
    },
    allow: everybody,
    body: z.strictObject({}),
    learn: ({ id, runtime }) => cleanedOf(id, runtime),
    run: ({ learnt }) => ({ type: "complete", found: learnt?.found, cleaned: learnt?.cleaned }),
    // The matter shows how many of its pictures are there.
    others: {
      members: ({ learnt }) => ({ matters: learnt === undefined ? [] : [member(gridEvent, learnt.state.event)] }),
      commands: ({ learnt }) => ({
        matters: learnt === undefined ? [] : [{ type: "note-picture" as const, sha256: learnt.state.sha256 }],
      }),
    },
  }),
  pictures.step("download", {
    summary: { zh: "取得照片的限时下载地址（留痕）", en: "Be given leave to fetch a picture, on record" },
    allow: everybody,
    body: z.strictObject({}),
    run: () => ({ type: "download" }),
    answers: {
      returns: pictureView.extend({ download: downloadLeave.optional() }),
      view: async (loaded, { runtime }) => ({
        ...viewPicture(loaded),
        download: await runtime.files.downloadUrl(
          cleanedKey({ id: loaded.id, attempt: loaded.state.attempt }),
          savedName(`照片-${loaded.id.slice(0, 6)}`, loaded.state.type),
        ),
      }),
    },
  }),
  pictures.step("disclose", {
    summary: {
      zh: "说明理由查看照片自带的拍摄地点、时间",
      en: "Read where and when a picture was taken, for a reason on record",
    },
    allow: ["dispatcher"],
    body: forReason,
    facts: ({ id, runtime }) => matterOf(id, runtime),
    run: ({ body, facts: { matter } }) => ({ type: "disclose", ...body, matter }),
    answers: {
      returns: z.object({ id: z.string(), version: z.int(), origin }),
      view: ({ id, version, state }) => ({
        ...{ id, version },
        origin: state.status === "received" ? { ...state.taken } : {},
      }),
    },
  }),
  pictures.read({ zh: "一张照片的状态", en: "What is known of a picture" }, everybody),
  pictures.history(
    { zh: "一张照片的经过，包括每次调阅", en: "All that happened to a picture, each reading included" },
    ["dispatcher", "leader", "supervisor"],
    // P-1: who sends a picture is most often who reported.
    (event) => (/\.(?:announced|received)$/.test(event.type) ? { ...event, actor: "" } : event),
  ),
  read("GET /grid-events/released-pictures/{id}", {
    summary: { zh: "已公开的照片（限时下载地址）", en: "A picture that was released to everybody" },
    allow: "public",
    maxAge: 0,
    returns: released,
    run: async ({ params }, runtime) =>
      (await releasedPictureById(runtime, params.id ?? "")) ?? problem(404, "resource.not-found"),
  }),
];
