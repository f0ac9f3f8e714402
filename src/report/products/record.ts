import type { Areas } from '../../reference/areas.js';
import type { AreaCode } from '../../reference/brands.js';
import type { Grain } from '../../reference/calendar.js';
import type { Audience, ProductId } from '../../workspace/model.js';
import type { Chapter } from '../model.js';
import type { ProfileView } from '../view.js';

/** Whom one document of a product is about: the whole area, or one locality. */
export interface Subject {
  /** Folder and part of the file name; empty when the product is one document. */
  readonly slug: string;
  readonly area: AreaCode;
}

/** The chapters of a document, and of the annex that stands beside it when it is divided. */
export interface Composition {
  readonly chapters: readonly Chapter[];
  readonly annex?: readonly Chapter[];
}

/**
 * A product of the strategy: a selection of chapters at its own grain, for its own readers. One file each in this folder;
 * the record drives what is computed, which editions carry it, the files' names and the command's help.
 */
export interface ProductRecord {
  readonly id: ProductId;
  /** Title of the document; `null` for the profile, whose title is the partnership's own. */
  readonly title: string | null;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Length of the period that a document is about. */
  readonly grain: Grain;
  /** Editions in which it also shows months, where another product of the build counts them. */
  readonly monthsFor?: readonly Audience[];
  /** Indicators that are counted at that grain; `all` only for half-years. */
  readonly indicators: 'all' | readonly string[];
  /** Editions that carry it. */
  readonly audiences: readonly Audience[];
  /** Printed smaller, to fit on few pages. */
  readonly compact?: boolean;
  /** What an edition has a document about. @param about whom the edition is about: the whole area, or a part of it */
  readonly subjects: (areas: Areas, about: AreaCode) => readonly Subject[];
  readonly compose: (view: ProfileView) => Composition;
}

/** One document for the whole area; none in an edition about a part of it. */
export function wholeArea(areas: Areas, about: AreaCode): readonly Subject[] {
  return about === areas.pan ? [{ slug: '', area: areas.pan }] : [];
}

/** The areas that lie wholly within another. */
export function within(areas: Areas, about: AreaCode, codes: readonly AreaCode[]): readonly AreaCode[] {
  const inside = new Set(areas.districtsOf(about));
  return codes.filter((code) => areas.districtsOf(code).every((district) => inside.has(district)));
}

/** A locality's name as a folder: "Blackburn with Darwen" to `blackburn-with-darwen`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
