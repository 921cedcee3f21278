/** Texts of the holds on records (P-8), which every service has. */
export const holdProblems = {
  "retention.hold-not-in-this-state": {
    zh: "留存{status}，不能{command}；现在可以：{possible}",
    en: "The hold is {status}; {command} is not possible, only: {possible}",
  },
  "word.retention.hold-not-in-this-state.standing": { zh: "生效中", en: "standing" },
  "word.retention.hold-not-in-this-state.lifted": { zh: "已解除", en: "lifted" },
  "word.retention.hold-not-in-this-state.place": { zh: "留存", en: "placing" },
  "word.retention.hold-not-in-this-state.lift": { zh: "解除", en: "lifting" },
  "retention.nothing-to-hold": {
    zh: "没有这条记录，或者其个人信息已经删除（{aggregate} {record}）",
    en: "There is no such record, or its personal parts are erased already ({aggregate} {record})",
  },
} as const;
