import * as z from "zod";
import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import {
  knownTo,
  type Problem,
  problem,
  type Route,
  readContent,
  type Viewing,
} from "../../../../shared/http/index.ts";
import type { DocumentContent } from "../../../../shared/papers/index.ts";
import { htmlPolicy, pdfOf } from "../../common/printing.ts";
import { financeReaders } from "../../common/roles.ts";
import { receivable } from "../domain/decider.ts";
import { owedOf, tellings } from "../domain/receivable.ts";
import { codeOf, owesIt, receivables, shownCode } from "./receivable-view.ts";

const readers = [...financeReaders, "resident"] as const;
const known = (route: Route): Route => knownTo(receivable, { staff: financeReaders, own: owesIt }, route);

/** The notice as it stands today; refused where nothing is owed. */
async function noticeOf(id: string, { actor, runtime }: Pick<Viewing, "actor" | "runtime">) {
  const found = await runtime.store.load(receivable, id);
  if (found === undefined) return problem(404, "resource.not-found");
  const today = todayIn(runtime.clock()).toString();
  if (owedOf(found.state, today) === 0) return problem(409, "finance.nothing-owed");
  const { noticeContent } = await import("../printed-notice.ts");
  return { today, content: noticeContent(found, { today, code: shownCode(found, { actor, runtime }) }, runtime.town) };
}
const isRefused = (notice: Problem | { readonly content: DocumentContent }): notice is Problem =>
  !("content" in notice);

/** 缴款通知: what is owed, by when, and the code under which it is paid (CF-67, XK-59). */
export const noticeRoutes: readonly Route[] = [
  known(
    readContent("GET /finance/receivables/{id}/notice/html", {
      summary: { zh: "缴款通知（可打印）", en: "The payment notice as a page to be printed" },
      allow: readers,
      produces: "text/html; charset=utf-8",
      forbiddenByState: true,
      async run({ params: { id = "" }, actor }, runtime) {
        const notice = await noticeOf(id, { actor, runtime });
        if (isRefused(notice)) return notice;
        const { renderHtml } = await import("../../../../shared/papers/index.ts");
        return { content: renderHtml(notice.content), headers: htmlPolicy };
      },
    }),
  ),
  known(
    readContent("GET /finance/receivables/{id}/notice/pdf", {
      summary: { zh: "缴款通知（PDF）", en: "The payment notice as a PDF" },
      allow: readers,
      produces: "application/pdf",
      forbiddenByState: true,
      async run({ params: { id = "" }, actor }, runtime) {
        const notice = await noticeOf(id, { actor, runtime });
        return isRefused(notice) ? notice : pdfOf(notice.content, startOfDay(notice.today), runtime);
      },
    }),
  ),
  receivables.step("show-code", {
    summary: {
      zh: "读取完整缴款码，告知无登录账号的缴款人，留痕",
      en: "Read the whole payment code, to tell it to a payer without a login; it is on record",
    },
    allow: ["accountant", "cashier"],
    body: z.strictObject({ how: z.enum(tellings) }),
    run: ({ body }) => ({ type: "show-code", ...body }),
    answers: {
      returns: z.object({ id: z.string(), version: z.int(), paymentCode: z.string() }),
      view: ({ id, version }, { runtime }) => ({ id, version, paymentCode: codeOf(id, runtime) }),
    },
  }),
];
