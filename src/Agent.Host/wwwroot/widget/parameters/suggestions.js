const PERIODS = ['today', 'yesterday', 'this week', 'last week', 'last 7 days', 'last 30 days', 'this month', 'last month', 'last 3 months', 'this year'];

/** Where most traffic comes from; any other country can be typed. */
const REGIONS =
  'AE AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IT JP KR LT LU LV MA MX MY NG NL NO NZ PE PH PL PT RO RS SA SE SG SI SK TH TR TW UA US VN ZA';

const SEARCHES = { offer: 'find_offers', partner: 'find_partners' };

/**
 * What an argument may be, for a person to choose from.
 *
 * @param {string} argument
 * @param {(tool: string, given: object, signal: AbortSignal) => Promise<object>} runWorkflow
 * @returns {null | ((text: string, signal: AbortSignal) => {label: string, value: *}[] | Promise<{label: string, value: *}[]>)}
 */
export function suggestionsFor(argument, runWorkflow) {
  if (argument === 'date_range' || argument === 'date') return () => PERIODS.map(plain);
  if (argument === 'country') return () => ['all countries', ...countries()].map(plain);
  const search = SEARCHES[argument];
  return search ? (text, signal) => found(search, text, runWorkflow, signal) : null;
}

const plain = (text) => ({ label: text, value: text });

function countries() {
  const names = new Intl.DisplayNames('en', { type: 'region' });
  return REGIONS.split(' ').map((code) => names.of(code)).sort((a, b) => a.localeCompare(b));
}

async function found(tool, text, runWorkflow, signal) {
  if (text.trim().length < 2) return [];
  const { result } = await runWorkflow(tool, { query: text }, signal);
  return [...(result?.matches ?? []), ...(result?.nearest ?? [])].slice(0, 12).map(({ id, name }) => ({ label: `${name} (${id})`, value: id }));
}
