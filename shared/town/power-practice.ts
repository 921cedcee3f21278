import * as z from "zod";
import { line } from "./text.ts";

const percent = z.number().min(0).max(100);
const workingDays = z.int().min(1).max(60);

/** From which share something is advised (P6), in per cent: of a year's cases, and of its decisions where they were overturned. */
const thresholds = z.strictObject({ overduePercent: percent, overturnedPercent: percent, complaintPercent: percent });

/** How this town takes powers and duties over and looks at them again. No statute gives these figures: they are published here. */
export const powerPractice = z
  .strictObject({
    /** P7: a department's proposal is answered within this many working days. */
    duties: z.strictObject({ answerWorkingDays: workingDays, source: line }),
    /** How often undecided running cases of a recalled power are brought up again. */
    runningCases: z.strictObject({ remindEveryDays: z.int().min(1).max(90) }),
    /** P6: from this day of the following year ("01-15") every power held in a year is evaluated. */
    evaluation: z.strictObject({
      drawnUpOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/),
      source: line,
      /** With fewer cases than this the shares say nothing; only staff and use do. */
      fewestCases: z.int().min(1).max(1000),
      /** What a power advises that nobody used in the year. */
      unused: z.enum(["keep", "train", "recall"]),
      /** Below so many certified officers (enforcement) or trained staff (all else) training is advised. */
      certifiedStaff: z.int().min(0).max(100),
      /** How long there is to train once somebody has decided so. */
      trainWithinDays: z.int().min(1).max(365),
      train: thresholds,
      recall: thresholds,
    }),
  })
  .refine(
    ({ evaluation: { train, recall } }) =>
      train.overduePercent <= recall.overduePercent &&
      train.overturnedPercent <= recall.overturnedPercent &&
      train.complaintPercent <= recall.complaintPercent,
    {
      path: ["evaluation", "recall"],
      message: "a recall is advised before training is / 建议收回的标准低于建议培训的标准",
    },
  );

export type PowerPractice = z.infer<typeof powerPractice>;
