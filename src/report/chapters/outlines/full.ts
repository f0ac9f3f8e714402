import { annex } from '../annex.js';
import { assessment } from '../assessment.js';
import { care } from '../care.js';
import { children } from '../children.js';
import { context } from '../context.js';
import { dataQuality } from '../dataQuality.js';
import { disruption } from '../disruption.js';
import { documentControl } from '../documentControl.js';
import { education } from '../education.js';
import { equalities } from '../equalities.js';
import { groups } from '../groups.js';
import { health } from '../health.js';
import { intelligence } from '../intelligence.js';
import { localities } from '../localities.js';
import { locations } from '../locations.js';
import { missing } from '../missing.js';
import { offences } from '../offences.js';
import { online } from '../online.js';
import { outlook } from '../outlook.js';
import { pathway } from '../pathway.js';
import { prevention } from '../prevention.js';
import { progress } from '../progress.js';
import { recommendations } from '../recommendations.js';
import { scale } from '../scale.js';
import { scope } from '../scope.js';
import { suspects } from '../suspects.js';
import { trafficking } from '../trafficking.js';
import type { AnnexOutline, Outline } from './outline.js';

/**
 * What the profile itself shows of each chapter: what its lead, the findings and the questions rest on. Everything else is a page away, in the annex.
 */
const KEEPS: AnnexOutline['keeps'] = {
  context: ['comparators'],
  scale: ['children-referred', 'referral-rate-by-district', 'known-to-agencies'],
  children: ['age-and-sex', 'age-bands', 'circumstances', 'models', 'ethnic-group'],
  suspects: ['suspects-trend', 'suspects-age'],
  groups: ['groups-trend', 'groups-scope'],
  locations: ['referral-rate-map', 'kinds-of-place'],
  online: ['online-share', 'platforms'],
  missing: [
    'missing-children',
    'missing-episodes',
    'missing-children-by-month',
    'missing-episodes-by-month',
    'missing-concentration',
    'missing-rate-map',
    'missing-from',
    'days-and-times',
    'interview-stages',
    'interviews-in-time',
    'interviews-held',
  ],
  care: ['looked-after-share', 'placements'],
  pathway: ['pathway-stages', 'decisions-in-time', 'assessments-in-time'],
  education: ['absent', 'out-of-school'],
  health: ['adviser-uptake', 'health-wait-by-service'],
  offences: ['offences-trend', 'offence-classes', 'offences-non-recent', 'outcomes'],
  disruption: ['disruption-trend', 'disruption-strands'],
  trafficking: [],
  intelligence: ['submissions-trend', 'submissions-partners'],
  prevention: ['events-trend', 'training-agencies'],
  progress: ['progress-by-recommendation'],
  'data-quality': ['completeness'],
};

/**
 * The chapters after "At a glance", in reading order: sections 6 to 24 of the template as they are
 * numbered there, then what was agreed and what it leads to; "Questions for the board" follows the last of
 * `beforeQuestions`. The pages of the districts stand behind the questions, so that the argument is not broken by them, and
 * before the sections about the data and the document.
 */
export const full: Outline = {
  sheets: 20,
  findings: 8,
  questions: 6,
  returns: dataQuality.id,
  help: false,
  beforeQuestions: [
    assessment,
    context,
    scale,
    children,
    suspects,
    groups,
    locations,
    online,
    missing,
    care,
    pathway,
    education,
    health,
    offences,
    disruption,
    trafficking,
    intelligence,
    prevention,
    equalities,
    outlook,
    progress,
    recommendations,
  ],
  afterQuestions: [dataQuality, scope, documentControl],
  annex: { keeps: KEEPS, only: [localities, annex] },
};
