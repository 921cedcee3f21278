import type { Rejection } from "../../../../../shared/decider/index.ts";
import type { Applicant } from "../../../common/domain/applicant.ts";
import type { GuideContent } from "../../../guides/domain/guide.ts";
import { refuse } from "../refusals.ts";

/** XK-30: the guide says for whom an item is (服务对象). A company takes no driving test, a citizen founds no company's branch. */
export function outsideAudience(
  { code, audience }: Pick<GuideContent, "code" | "audience">,
  { kind }: Pick<Applicant, "kind">,
): Rejection | undefined {
  if (audience.includes(kind)) return undefined;
  const source = { article: "行政许可法30", rule: "XK-30" };
  return refuse("permits.not-in-audience", { item: code, kind, audience, ...source }, "/applicant/kind");
}
