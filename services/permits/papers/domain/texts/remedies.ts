import { reviewPeriods } from "../../../../../shared/case-rules/remedies.ts";
import { type Frame, reviewOrgan } from "../../../../../shared/papers/frame.ts";
import { inChinese } from "../../../../../shared/papers/words.ts";
import type { Applicant } from "../../../cases/domain/application/application.ts";
import { you } from "../words.ts";

/** XK-38: before whom and for how long an act can be attacked (FY-20, SS-46), as a sentence to the party. */
export function remediesSentence(act: string, applicant: Pick<Applicant, "kind">, { town }: Frame): string {
  const { reviewDays, suitMonths } = reviewPeriods;
  return `${you(applicant)}如不服${act}，可以自收到之日起${inChinese(reviewDays)}日内向${reviewOrgan(town)}申请行政复议，也可以自收到之日起${inChinese(suitMonths)}个月内依法向${town.documents.court.zh}提起行政诉讼。`;
}
