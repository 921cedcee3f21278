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

/** Whether functions send traces: only where the profile asks for it, as each request of a busy month would be paid for. */
export const isTraced = ({ tracing }: Deployment): boolean => tracing === true;

/** C3: alarms that nobody hears are none. A town whose issuer is `….example` is an illustration: no host can be (RFC 2606). */
function isUnheard({ alarmsTo, identity }: Deployment): boolean {
  const isIllustration = identity.kind === "oidc" && new URL(identity.issuer).hostname.endsWith(".example");
  return alarmsTo === undefined && !isIllustration;
}

/** What a deployment asks of its partition and does not get there, and what it lacks itself; a sentence each. */
export function lacking(deployment: Deployment): readonly string[] {
  const { partition, identity, tracing, icpLicence } = deployment;
  const has = partitions[partition];
  return [
    ...(isUnheard(deployment)
      ? ["deployment.alarmsTo is missing: nobody would hear an alarm / 请填写告警接收邮箱 alarmsTo"]
      : []),
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
