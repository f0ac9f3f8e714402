/**
 * Branded names shared by every room: a plain string cannot be passed where an area code or a period is meant.
 */
declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** GSS or local code of a place in reference/geography.csv, for example `E07000117` or `LSCB-BPL`. */
export type AreaCode = Brand<string, 'AreaCode'>;

/** A half-year such as `2018-H1`. */
export type PeriodId = Brand<string, 'PeriodId'>;

/** Identifier of an agency in the workspace configuration, for example `lancashire-constabulary`. */
export type AgencyId = Brand<string, 'AgencyId'>;

/** Days since 1970-01-01, in the local (Europe/London) calendar. */
export type Day = number;

/** Minutes since 1970-01-01T00:00 on the Europe/London wall clock. */
export type WallMinute = number;
