import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { fileSaid, uploadLeave } from "../../../../shared/files/index.ts";
import { isProblem, problem, type Route, refusalOf } from "../../../../shared/http/index.ts";
import { matterOfReceipt, nobody, receiptPattern } from "../../events/index.ts";
import { announcePicture, completePicture, leaveFor } from "../sending.ts";

const receipt = z.string().regex(receiptPattern);
/** What the holder of a receipt sees of a picture: nothing that would open the matter to others. */
const seen = z.object({ version: z.int(), status: z.enum(["announced", "received", "unfinished"]) });

const announcement = z.strictObject({ receipt, ...fileSaid });
const completion = z.strictObject({ receipt, sha256: fileSaid.sha256 });

/** G2, P-1: who gave no name sends his pictures by his receipt alone. Another secret finds nothing. */
export const receiptPictureRoutes: readonly Route[] = [
  {
    ...{ method: "POST", path: "/grid-events/receipts/send-picture", status: 200, isCommand: true, allow: "public" },
    summary: {
      zh: "凭回执申报照片，取得限时上传地址",
      en: "Announce a picture by one's receipt, with leave to send it",
    },
    body: announcement,
    returns: seen.extend({ upload: uploadLeave.optional() }),
    async handle({ body, idempotencyKey: key, traceparent }, runtime, texts) {
      const { receipt: text, ...file } = announcement.parse(body);
      const matter = await matterOfReceipt(runtime, text);
      if (matter === undefined) return problem(404, "resource.not-found");
      const sending = { event: matter.id, actor: nobody, key: heldBy(matter.id, key), traceparent };
      const done = refusalOf(await announcePicture(runtime, sending, file), texts);
      if (isProblem(done)) return done;
      const { version, state } = done;
      const upload = await leaveFor(done, runtime);
      return { status: 200, body: { version, status: state.status, ...present({ upload }) } };
    },
  },
  {
    ...{ method: "POST", path: "/grid-events/receipts/picture-sent", status: 200, isCommand: true, allow: "public" },
    summary: { zh: "凭回执告知照片已上传", en: "Say by one's receipt that a picture was sent" },
    body: completion,
    returns: seen,
    async handle({ body, idempotencyKey: key, traceparent }, runtime, texts) {
      const { receipt: text, sha256 } = completion.parse(body);
      const matter = await matterOfReceipt(runtime, text);
      if (matter === undefined) return problem(404, "resource.not-found");
      const sending = { event: matter.id, actor: nobody, key: heldBy(matter.id, key), traceparent };
      const done = refusalOf(await completePicture(runtime, sending, sha256), texts);
      return isProblem(done) ? done : { status: 200, body: { version: done.version, status: done.state.status } };
    },
  },
];

/** Nobody is many: the key of a request is one of this matter's. */
const heldBy = (event: string, key: string | undefined): string | undefined =>
  key === undefined ? undefined : `${event}|${key}`;
