import type { NotificationSettings } from '../../../shared/contract/settings.ts'

const minutes = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** Whether a minute of the day (0 to 1439, local) is quiet. The evening usually runs past midnight; equal ends mean all day. */
export function isQuiet(
  { isOn, from, to }: NotificationSettings['quietHours'],
  minuteOfDay: number,
): boolean {
  if (!isOn) return false
  const [start, end] = [minutes(from), minutes(to)]
  if (start < end) return minuteOfDay >= start && minuteOfDay < end
  return minuteOfDay >= start || minuteOfDay < end
}
