import { fold } from './folded-text.ts';

/** A company's name in folded words. */
interface CompanyName {
  /** The words that make the name; the legal form is left out where the rest is a name of its own. */
  words: string[];
  /** The words of the legal form, joined. */
  legalForm: string;
  /** Whether the name without its legal form is too ordinary to be searched for. */
  ordinary: boolean;
}

/** Take a name apart: `Zylo & Co. KG` is `zylo` with a legal form. */
export function companyName(name: string): CompanyName {
  const unmarked = name.normalize('NFKC').trim().replace(asianForms, '');
  const folded = fold({ text: unmarked || name })
    .text.trim()
    .split(' ');
  const first = folded.length > 1 && leading.has(folded[0] ?? '') ? 1 : 0;
  let end = folded.length;
  for (let form = formBefore(folded, first, end); form; form = formBefore(folded, first, end)) end -= form.length;
  const words = folded.slice(first, end);
  if (words.length > 1 || words.length === folded.length || !isOrdinary(words[0] ?? '')) {
    return { words: words.filter((word) => word !== ''), legalForm: folded.slice(end).join('').replaceAll('&', ''), ordinary: false };
  }
  return { words: folded, legalForm: '', ordinary: true };
}

/** Say whether a folded word is too short or too common to point to a company. */
export function isOrdinary(word: string): boolean {
  return /^[\p{sc=Latn}\p{N}&]{0,2}$/u.test(word) || ordinaryWords.has(word) || ordinaryWords.has(word.replace(/s$/, ''));
}

/** Say the same of a word in the plural or another case. */
export function looksOrdinary(word: string): boolean {
  return (
    isOrdinary(word) || ordinaryWords.has(word.replace(/ies$/, 'y')) || ordinaryWords.has(word.replace(/(?:e|n|en|es|er|ern|ens)$/, ''))
  );
}

function formBefore(words: readonly string[], first: number, end: number): readonly string[] | undefined {
  if (end - first < 2) return undefined;
  if (conjunctions.has(words[end - 1] ?? '')) return words.slice(end - 1, end);
  return legalForms.find((form) => end - form.length > first && form.every((word, index) => words[end - form.length + index] === word));
}

/** Words for “and” between the words of a name. */
export const conjunctions: ReadonlySet<string> = new Set('& and und et y e og och en ja i'.split(' '));

/** Words before the name that are left out. */
const leading: ReadonlySet<string> = new Set('the ab oy uab sia pt cv ооо ао пао зао оао тов'.split(' '));

/** Legal forms in scripts without spaces, before or after the name. */
const asianForms =
  /^(?:株式会社|有限会社|合同会社|주식회사|유한회사|\((?:株|有|同|주|유)\)|บริษัท)\s*|\s*(?:株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|유한회사|\((?:株|有|同|주|유)\)|จำกัด(?:\s*\(มหาชน\))?)$/gu;

/** Legal forms after the name, endings of domains, and words for a group; those of several words are here as dots and slashes part them. The longest are first. */
const legalForms: readonly (readonly string[])[] = [
  'gmbh mbh ag kg kgaa ohg og gbr ug eg ek eu ev se co cie compagnie gesmbh haftungsbeschränkt aktiengesellschaft partg partgmbb mbb vvag aör adör kdör',
  'ltd limited inc incorporated corp corporation company llc llp lp plc pllc pc pty pte pvt private proprietary unlimited cic cio dac clg ulc teoranta',
  'sa sas sasu sarl eurl snc sca scs spa srl srls sl slu slp sau ltda lda eireli sapi sab sabcv sadecv selarl scop gie sagl scarl unipessoal eirl',
  'bv nv vof cv bvba vzw asbl ab hb kb publ as asa aps ivs ans ks hf ehf oy oyj abp ky kk gk uab sia ou oü',
  'doo dd ad ood eood sro spol zrt kft nyrt bt spzoo kd ooo zao oao pao bhd tbk fze fzco fzllc jsc ojsc pjsc cjsc ctcp tnhh kabushiki gaisha kaisha',
  'com net org io ai app dev group groupe gruppe grupo gruppo holding holdings',
  'ооо ао пао зао оао тов пат ип еоод оод ад αε επε ικε',
]
  .flatMap((row) => row.split(' ').map((word) => [word]))
  .concat(
    'a g|g m b h|ges m b h|gesellschaft mit beschränkter haftung|part g|part g mbb|partg mbb|e k|e u|k d ö r|a d ö r|k g|e v|e g|s e|s a|s a s|s a r l|s p a|s r l|s l|s l u|s a u|s a de c v|b v|n v|v o f|a b|a s|oy j|k k|g k|d o o|d d|s r o|a d|sp z o o|sp z oo|spolka z o o|l l c|l l p|l p|p l c|p c|e u r l|sdn bhd|p j s c|ltd sti|limited sirketi|limited liability company|public limited company|ltda me|ltda epp|s r l s|s n c|s a g l|s a r l|s c o p|s coop|soc coop|sp j|sp k|v o s|z s|i s|p s|k s|u a|p c|n a|o g|о о о|а о|д о о|е о о д|о о д|α ε|ε π ε|בע מ|ذ م م|ش م م|ش م ل|de c v|co op'
      .split('|')
      .map((form) => form.split(' ')),
  )
  .toSorted((a, b) => b.length - a.length);

/** Common words of companies' names: alone, they name nobody. Folded, in the singular. */
const ordinaryWords: ReadonlySet<string> = new Set(
  `
  about access account company act action active adventure advice agency agent aid air alarm alliance alpha amber ancient anchor angel answer apex apple aqua arc arch
  archer arctic arena arrow art ash aspect asset association atlas audio audit august aurora autumn avenue aviation award baby back bake baker bakery
  balance ball band bank bar barn base basic basket bath battery bay beach beacon beam bear beauty bee bell best better beta big bike bird birch birth black blade
  blank block bloom blue blueprint board boat body bold bolt bond book booking border box brand brave bread brick bridge bright bristol british broad broadcast brook brother
  brown brush build builder building bureau bus business butcher buy cable cafe cake call camp campaign canal candle canvas capital car carbon card care career cargo
  carpet carrier carter case cash castle catering cedar cell center central centre century chain chair challenge chamber chance change channel chapter charge charity charter chase check
  cheese chemical chemist choice church circle circuit citizen city civic claim class classic clay clean clear clever client clinic clinical clock close cloth cloud clover club coach coal
  coast code coffee coin cold collection college color colour column commerce commercial common communication community compass complete computer concept concert concrete
  connect construction consult consultant consulting consumer contact content contract control cook cooper cooperative copper copy coral core corner cotton council counter country county
  course court cover craft creative credit creek crew cross crown crystal culture current customer cut cycle daily dairy dance data database date dawn day deal dealer
  dean deep deer delivery delta dental depot desert design desk development device dial diamond digital direct discovery dispatch display district diver division dock doctor dog dolphin
  door double dove dragon dream drive driver drop drum dry duke dynamic eagle early earth east eastern easy echo eco ecology edge edition education effect egg elder electric electrical
  electronic element elite elm ember emerald emergency empire employment energy engine engineer engineering english enterprise entertainment environment equal equipment equity
  essential estate ever evergreen every evolution exchange expert export express extra eye fabric face factor factory fair faith falcon fall family farm farmer fashion fast federal
  feed ferry fiber fibre field film final finance financial find fine fire firm first fish fisher fishing fitness five flag flame flash fleet flight float floor flow flower fly focus
  food foot force forest forge form formula fort forum forward foundation foundry fountain four fox frame framework free freedom freight french fresh friend front frontier fruit fuel
  full fund fur furniture fusion future galaxy gallery game gap garden gas gate gateway gear gem general generation genius german gift glass global globe goal gold golden good
  government grace grain grand granite grant graph grass gravity gray great green grey grid grocer ground group grove grow growth guard guardian guide guild hair half hall hand
  happy harbor harbour hardware harvest haven hawk hazel head health healthcare heart heat heath heavy help herald heritage hero high highland hill history holding holiday holly home honest honey
  hope horizon horse hospital host hotel house housing hub human hunter ice idea ideal image impact import improve independent index industrial industry information
  initiative inn innovation inside insight institute institution insurance integrated interior international internet invest investment iron island italian ivory ivy jet jewel job joint
  journal journey joy junction jungle just justice key keystone king kingdom kitchen knight knowledge lab label labor laboratory labour lady lake lamp lancer land landing landmark lane language
  laser launch laundry laurel law leader leaf league learn learning leather ledger legacy legal leisure lemon letter level liberty library life light lighting lily lime line
  link lion liquid list literature little live living load loan local lodge logic logistic london long loop lotus love loyal lucky luna lunar machine machinery magazine magic magnet
  magnolia mail main maintenance major maker management manager manor manufacturing map maple marble marina marine maritime mark market marketing mason master match material
  matrix may meadow measure meat mechanic media medical medicine meeting member memorial memory merchant mercury meridian merit metal method metro metropolitan middle
  midland midnight mile milk mill miller mind mine mineral mining minister ministry mint mirror mission mobile mobility model modern money monitor moon moor morning mortgage motion motor mountain mouse
  move movement municipal museum music mutual narrow nation national native natural nature naval navigator near nest net network new news next night noble nordic north
  northern note nova number nursery nutrition oak oasis object ocean office official offshore oil old olive online open opera operation optical optimum option orange orbit
  orchard orchid order organic organisation organization origin orion outdoor output over overview owl owner oxford pace pack package page paint palace palm panel paper parade paradise
  parcel park parker part partner partnership party passage pass path patient pattern pay payment peace peak pearl pen people pepper perfect performance permit personal petrol pharmacy phase phoenix phone
  photo physics piano picture pier pilot pine pinnacle pioneer pipe pipeline place plain plan planet plant plastic plate platform platinum play player plaza plus point polar police
  policy pool poplar port portal post postal potter pottery power practice premier premium press prestige price prime prince print printer printing priority prism private pro process
  product production professional profile progress project promise property proof protection provider public publisher publishing pulse pump pure purple quality quarry quarter quartz queen quest quick quiet
  race radar radio rail railway rain rainbow ranger rapid rate raven ray ready real record recruitment red redwood reed reef reference regal region regional relay release reliable renewable
  rental repair report research reserve residential resort resource response result retail review ridge right ring rise river road robin robot rock rocket roof room root rope rose round route
  royal ruby rural rush safe safety sage sail saint sale salmon salt sand sandstone sapphire satellite savings scale scenic school science scientific scout screen sea seal search season seat
  second secure security seed select senior sense sentinel series service settle shadow shape share sharp shell shelter shepherd shield shift shine ship shipping shoe shop shore short show side sign
  signal silk silver simple single site sky sleep small smart smith smooth snow social society soft software soil solar sole solid solution sound source south southern space spark special specialist
  spectrum speed spice spirit sport spring spruce square stable staff stage standard star state station stationery steam steel step sterling stock stone storage store storm story stream street
  strong structure student studio style success sugar summer summit sun sunrise sunset super supplier supply support surgery surplus sure survey swan sweet swift swiss switch symphony syndicate system table
  target task tax taxi tea teacher team technical technology telecom telephone television temple terminal territory textile theater theatre therapy thing third thorn thought three tide tiger
  timber time titan title tool top torch total touch tour tourism tower town toy track trade trader trading traffic trail train training transfer transit transport transportation travel treasure
  treatment tree trend tribune trinity trip triumph truck true trust truth tube turbine turner twin two ultra umbrella union unique unit united unity universal universe university
  urban utility valley value van vault vector vehicle velocity venture venue veterinary victoria victory video view village vine vintage violet virtual vision vista vital vitality voice voyage wagon walk walker wall
  ward warehouse wash waste watch water waterfront watt wave way wealth weather weaver web website wedding well wellness west western whale wheat wheel white whole wide wild willow wind window wine wing winter
  wire wireless wise wolf woman wonder wood wooden woodland wool work workshop world worldwide worth wright yacht yard year yellow young youth zebra zen zero zone
  agentur anlage apotheke architekt archiv automobil autohaus bäcker bäckerei bahn bau bauer behörde beratung berg betrieb bibliothek blatt blick blumen brauerei brücke buch
  bund bürgerhaus dach dienst dienstleistung dorf druck druckerei energie entwicklung fabrik fach familie feld fenster fischer forschung gemeinde genossenschaft gesellschaft gesundheit grün gruppe gut handel
  handwerk haus heim herz hof holz hütte immobilien industrie ingenieur institut kaiser kammer kasse klinik klinikum kloster konzern kraft kranken krankenhaus krankenkasse kreis kunst küche lager land landwirtschaft
  laube leben lebensmittel licht logistik luft markt maschine maschinenbau medien medizin meister messe metall mobil möbel mühle müller museum netz neu nord oper ost papier pflege praxis quelle rat reederei reise schloss
  schmidt schneider schule schuhe schwarz see sohn söhne tochter töchter sonne spedition sparkasse stadt stadtwerk stahl stein stern stiftung straße strom süd tal technik theater tor tourismus umwelt unternehmen verband verein verkehr verlag
  vermietung versand versicherung versorgung verwaltung volk wagen wald wasser weber wein weiss weg welt werk werft werkstatt wert west wirtschaft wohnen wolf zeit zeitung zentrum ziegel
  agence assurance atelier banque beau belle blanc bois boulangerie bureau centre chantier charpente château compagnie conseil construction eau école éditions énergie entreprise fer fils frère
  grand groupe hôpital imprimerie industrie jardin laboratoire librairie lumière maison marché mer métal mode monde mutuelle nord ouest papier pierre pont presse rouge santé service société soleil sud transport travaux usine vert ville
  agua azul banca banco bodega casa centro ciudad comercio compania compañía constructora editorial empresa energia fabrica fundacion grupo hermano hijo hospital industria instituto luz mar mercado mundo nacional norte oro
  red salud seguro servicio sociedad sol sur tienda tierra viaje vida azienda bianco carta città costruzione edilizia ferro fratelli gruppo lavoro legno nuova nuovo servizi studio terra vita
  bedrijf bouw groep handel huis kantoor nieuw oost stad transport verzekering water zee zuid bank by fabrik forening gård hav havn hus huset kommune køb lys nord nordisk ny rederi region skov skib skole
  sønner sygehus syd tryg værft vest värld sjukhus skola söner stad svensk dansk norsk sykehus øst østlig
  american amsterdam asia asian athens australia austria baltic barcelona bavaria belgian belgium berlin boston brazil brussel california canada canadian chicago china chinese cologne
  copenhagen danish denmark deutsche deutsch deutschland dublin dutch edinburgh europe european finland france frankfurt geneva germany glasgow greece hamburg helsinki india indian ireland irish israel istanbul
  italy japan japanese korea leipzig lisbon lyon madrid manchester mexico milan moscow munich münchen norway norwegian osaka oslo paris poland porto portugal prague rome rotterdam russia scandinavia scotland scottish
  singapore spain spanish stockholm sweden swedish switzerland sydney texas tokyo toronto turkey turin vienna wales warsaw wien york zurich zürich
  alexander andrea andrew anna anthony benjamin charles christian christopher claire daniel david edward elena elizabeth emma eric erik frank george hannah helen henry jack jacob james jane jean
  john jonathan joseph karen karl laura lewis linda louis lucas lucy maria marie martin mary matthew michael nicholas nina oliver olivia patrick paul peter philip rachel richard robert
  samuel sarah simon sofia sophie stefan stephen steven susan thomas tom victor walter william
  be can do go into it no not off on one out so the they this up us was we what when where who will with without you your all always and any are both but for from get had has have here how its made make
  many more most much must need never only other our own same see set she some such take than that their them then there these those through under use used very want were which while why would
  `
    .trim()
    .split(/\s+/)
    .map((word) =>
      word
        .replace(/[éèê]/g, 'e')
        .replace(/[áâà]/g, 'a')
        .replace(/[ôó]/g, 'o')
        .replaceAll('ß', 'ss')
        .replace(/[øœ]/g, 'ö')
        .replaceAll('æ', 'ä')
        .replaceAll('ñ', 'n')
        .replaceAll('í', 'i')
        .replace(/û/g, 'u'),
    ),
);
