/** Licence lines that go with the reference data wherever it, or a picture made from it, is shown. */
export const ATTRIBUTIONS = {
  openGovernment:
    'Contains public sector information licensed under the Open Government Licence v3.0 (Office for National Statistics, Department for Education, Home Office, data.police.uk).',
  statistics: 'Contains National Statistics data © Crown copyright and database right 2014, 2016.',
  geography:
    'Contains OS data © Crown copyright and database right 2014, 2016. Contains Royal Mail data © Royal Mail copyright and database right 2014.',
  boundaries: 'Boundaries derived from github.com/martinjc/UK-GeoJSON (Martin Chorley).',
} as const;

/** All licence lines, in the order in which they are printed. */
export const attributionLines: readonly string[] = Object.values(ATTRIBUTIONS);
