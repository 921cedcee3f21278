import * as z from "zod";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { caseFile } from "../domain/case-file.ts";

/** An export that was asked for is made off the request: it draws what was not printed yet. */
export const caseFileReactions: readonly Subscription[] = [
  on("enforcement.case-file.asked", z.object({ case: z.string() }), (_data, event) => {
    const id = subjectId(event);
    return [
      {
        key: `case-file/${id}`,
        async carryOut(runtime, cause) {
          const asked = (await runtime.store.load(caseFile, id))?.state;
          if (asked === undefined) return { done: false, code: "not-found" };
          if (asked.status === "made") return { done: true };
          const { makeCaseFile } = await import("../making.ts");
          const command = { type: "make" as const, ...(await makeCaseFile(id, asked, runtime)) };
          return instruct({ of: caseFile, id, command }).carryOut(runtime, cause);
        },
      },
    ];
  }),
];
