import type { Day, WallMinute } from '../reference/brands.js';
import { partsFromDay, weekday } from '../reference/days.js';
import type { Random, Weighted } from './random.js';

const DAY = 1440;

/** When in the day children are last seen: after school, and above all in the evening. */
const LEAVING: Weighted<number> = [
  [0, 4],
  [1, 2],
  [2, 1],
  [3, 1],
  [6, 1],
  [7, 2],
  [8, 4],
  [9, 4],
  [10, 4],
  [11, 4],
  [12, 5],
  [13, 5],
  [14, 5],
  [15, 9],
  [16, 11],
  [17, 11],
  [18, 12],
  [19, 12],
  [20, 12],
  [21, 11],
  [22, 9],
  [23, 6],
];

/**
 * Moves a minute out of the hour that does not exist when the clocks go forward (last Sunday in March, 01:00 to 02:00).
 */
export function realMinute(minute: WallMinute): WallMinute {
  const day = Math.floor(minute / DAY);
  const hour = Math.floor((minute - day * DAY) / 60);
  if (hour !== 1 || weekday(day) !== 0) return minute;
  const parts = partsFromDay(day);
  return parts.month === 3 && parts.day > 24 ? minute + 60 : minute;
}

/** A minute of the day on which a child was last seen. */
export function lastSeen(rng: Random, day: Day): WallMinute {
  return realMinute(day * DAY + rng.weighted(LEAVING) * 60 + rng.between(0, 59));
}

/** The first minute at or after the given one that is in the working time of visiting staff (every day, 9 to 19). */
export function visitingTime(rng: Random, minute: WallMinute): WallMinute {
  const day = Math.floor(minute / DAY);
  const hour = (minute - day * DAY) / 60;
  if (hour < 9) return day * DAY + rng.between(9 * 60, 12 * 60);
  if (hour >= 19) return (day + 1) * DAY + rng.between(9 * 60, 12 * 60);
  return minute;
}

/** The first weekday at or after a day. */
export function nextWeekday(day: Day): Day {
  const w = weekday(day);
  return w === 0 ? day + 1 : w === 6 ? day + 2 : day;
}
