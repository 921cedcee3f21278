import { commonProblems } from "../../shared/http/index.ts";
import { type TitleTexts, titleTexts } from "../../shared/text/index.ts";
import { roles, roleTitle } from "../../shared/town/roles.ts";

/** What kinds of file are called. */
export const fileTypeNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "application/pdf": { zh: "PDF文档", en: "PDF document" },
  "image/jpeg": { zh: "JPEG照片", en: "JPEG picture" },
  "image/png": { zh: "PNG图片", en: "PNG picture" },
  "image/heic": { zh: "HEIC照片", en: "HEIC picture" },
  "image/webp": { zh: "WebP照片", en: "WebP picture" },
  "audio/mpeg": { zh: "MP3录音", en: "MP3 sound" },
  "video/mp4": { zh: "MP4录像", en: "MP4 film" },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { zh: "Word文档", en: "Word document" },
};

/** What the fields of `/town` and `/me` are called, and what their values mean. */
export const townTitles: TitleTexts = {
  ...commonProblems,
  ...titleTexts({
    fields: {
      certificateNo: { zh: "执法证号", en: "Number of the officer's certificate" },
      code: { zh: "编码", en: "Code" },
      county: { zh: "县", en: "County" },
      department: { zh: "部门", en: "Department" },
      departments: { zh: "县级部门", en: "Departments of the county" },
      domains: { zh: "领域", en: "Domains" },
      en: { zh: "英文", en: "English" },
      fileTypes: { zh: "可上传的文件类型", en: "Kinds of file taken" },
      grids: { zh: "网格", en: "Grids" },
      group: { zh: "排队组", en: "Group of the queue" },
      id: { zh: "标识", en: "Id" },
      kind: { zh: "类别", en: "Kind" },
      labels: { zh: "各代码的名称", en: "Labels of all codes" },
      list: { zh: "所属清单", en: "List" },
      maxBytes: { zh: "最大字节数", en: "Largest size in bytes" },
      may: { zh: "可用接口", en: "Routes that are open" },
      method: { zh: "方法", en: "Method" },
      name: { zh: "名称", en: "Name" },
      office: { zh: "科室", en: "Office" },
      offices: { zh: "科室", en: "Offices" },
      organName: { zh: "机关名称", en: "Name of the organ" },
      party: { zh: "身份标识（遮掩）", en: "Key of the person, masked" },
      path: { zh: "路径", en: "Path" },
      roles: { zh: "角色", en: "Roles" },
      slug: { zh: "镇的代号", en: "Slug of the town" },
      sub: { zh: "登录名", en: "Login" },
      title: { zh: "标题", en: "Title" },
      type: { zh: "类型", en: "Type" },
      villages: { zh: "村居", en: "Villages" },
      windows: { zh: "窗口", en: "Windows" },
      zh: { zh: "中文", en: "Chinese" },
    },
    values: {
      ...fileTypeNames,
      ...Object.fromEntries(roles.map((role) => [`code.${role}`, roleTitle(role)])),
      "kind.administrative": { zh: "行政内设机构", en: "administrative office" },
      "kind.institution": { zh: "事业单位", en: "institution" },
      "kind.community": { zh: "社区", en: "community" },
      "kind.village": { zh: "村", en: "village" },
      "list.permits": { zh: "许可和服务清单", en: "permits and services" },
      "list.penalties": { zh: "处罚清单", en: "penalties" },
      "method.GET": { zh: "读取", en: "read" },
      "method.POST": { zh: "办理", en: "act" },
    },
  }),
};
