// Loaded before everything else: the machine's clock is wrong by CLOCK_SHIFT_MS, in Electron's main process and in the data process.
const shiftMs = Number(process.env.CLOCK_SHIFT_MS ?? 0)
const RealDate = Date
class ShiftedDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shiftMs)
    else super(...given)
  }
  static now() {
    return RealDate.now() + shiftMs
  }
}
globalThis.Date = ShiftedDate
