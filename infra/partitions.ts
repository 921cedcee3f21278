import type { Deployment } from "../shared/town/deployment.ts";

/** What a partition of AWS has of what a town would use. */
interface Partition {
  /** Lambda sends traces to X-Ray. */
  readonly tracing: boolean;
  readonly userPools: boolean;
  /** A tag can stand on an event source mapping. */
  readonly eventSourceTags: boolean;
  /** The gateway answers callers without a token only to an account with a licence (ICP 备案). */
  readonly licence: boolean;
}

/**
 * As AWS tells it (docs.amazonaws.cn, Getting Started with Amazon Web Services in China: Lambda, API Gateway, Cognito;
 * read on 2026-11-28). What changes there is changed here.
 */
export const partitions: Readonly<Record<Deployment["partition"], Partition>> = {
  aws: { tracing: true, userPools: true, eventSourceTags: true, licence: false },
  "aws-cn": { tracing: false, userPools: false, eventSourceTags: false, licence: true },
};

/** Whether functions send traces: as the profile says; where it says nothing, as the partition allows. */
export const isTraced = ({ partition, tracing }: Deployment): boolean => tracing ?? partitions[partition].tracing;

/** What a deployment asks of its partition and does not get there, a sentence each. */
export function lacking({ partition, identity, tracing, icpLicence }: Deployment): readonly string[] {
  const has = partitions[partition];
  return [
    ...(identity.kind === "cognito" && !has.userPools
      ? [
          "AWS has no Cognito user pools in China; set deployment.identity to an OIDC issuer / 中国区没有 Cognito 用户池，请改用 OIDC 签发方",
        ]
      : []),
    ...(tracing === true && !has.tracing
      ? ["Lambda has no X-Ray in China; leave deployment.tracing out / 中国区 Lambda 不支持 X-Ray，请删去 tracing"]
      : []),
    ...(has.licence && icpLicence === undefined
      ? [
          "In China the gateway answers public requests only to an account with an ICP licence; set deployment.icpLicence / 中国区公开接口须先办理 ICP 备案，请填写 icpLicence",
        ]
      : []),
  ];
}
