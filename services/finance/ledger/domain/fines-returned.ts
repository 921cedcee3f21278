/** Words for money that nothing gives back: fines, what was confiscated, fees of permits (CF-74, XK-59). A penalty (处罚) is no money. */
const fines =
  /罚没|罚款|罚金|没收|(许可|审批|办证|发证)[^，。；经]*费|规费|行政事业性收费|\bfines?\b|penalt|confiscat|(permit|approval|licen[cs]e|administrative)[- ]fee/i;
/** Words for what returns money to somebody, or rewards him by it. */
const returning = /返还|返回|分成|提成|留成|提留|奖励|奖补|挂钩|比例|\breturn|\bshare|\breward|\bbonus/i;

/** Whether a text calls an amount a fine, what was confiscated, or a fee of a permit. */
export const namesFines = (text: string): boolean => fines.test(text);

/** Whether a text says that money of these kinds is returned, shared, or rewards somebody. */
export const returnsFines = (text: string): boolean => fines.test(text) && returning.test(text);
