#include "pipeline/segment/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace pipeline {
namespace {

// In lower case without the last full stop, separated by spaces, in groups by what they are about.
// No word that Dutch also has without a full stop ("min", "zo", "mij"): it may end a sentence.
constexpr std::string_view leading =
    // titles and offices
    "dhr dhrn mevr mevrn mw mws mej hr hrn fam wed wwe dr drs drn mr mrs ir irs ing ings prof "
    "profs "
    "ds dss mgr mgrs zr br kand cand dipl jhr jkvr jkh sr gen.maj lt ltn maj kpt sgt "
    "serg adj insp comm burg weth plv plvv vz voorz vice-voorz secr penn dir adm alg hfd lic em "
    "h.h z.e.h z.k.h h.k.h z.m h.m z.exc h.exc w.n weledelgel weledelgeb weledelgestr edelachtb "
    "hooggel st ste m.m.v o.r.v gebr gez echtg eerw zeereerw kard aartsb pred kerkv ouderl "
    // places in texts
    "art artt nr nrs num blz bldz pag pagg hfdst hoofdst h.s dl dln bijln aant "
    "afb afbn afl fig figg tabn rgl r.o r.ov vgl cf cfr conf z.o z.i.b vs bdn bnd exx "
    "mss fol eds uitg uitgev inl voorw onv ongev geïll jrg jaarg afd afdn onderafd sect "
    "a.w t.a.p t.p o.c l.c loc.cit op.cit ibid idem.id zb nt.nr cit citn opm toel bkn "
    // prepositions and conjunctions
    "v.d a.g.v a.h.v b.m.v d.m.v i.g.v i.h.b i.h.k.v i.h.l.v i.k.v i.o i.o.m i.o.v i.p.v i.r.t "
    "i.s.m "
    "i.t.t i.v.m i.w m.a.w m.b.t m.b.v m.h.o m.h.o.o m.i.v m.o.o m.u.v n.a.l.v n.a.v o.b.v o.g.v "
    "o.i.v o.l.v o.v o.v.v o.w.v t.a.v t.b.v t.e.v t.g.v t.h.v t.o.v t.n.v t.k.v t.w v.a w.b w.o "
    "z.g.a o.m.v i.a i.c i.d.o i.h.g.v i.n.v i.z.v n.o.v o.d.v o.e.v u.h.v v.w.b "
    "agv ahv bmv dmv igv ihb ihkv ikv iov ipv irt ism itt ivm mbt mbv miv muv nav obv olv tav tbv "
    "tgv tnv tov vwb "
    // ways of saying
    "a.d.h.v bijv bijvb bv b.v.b d.i d.w.z dwz e.g i.e i.h.a i.p i.t m.i m.n n.m n.b nb n.l o.a "
    "o.m "
    "o.i resp vnl vnml mn zgn z.g z.g.n zgnd eig eigl spec i.z incl inclus excl "
    "exclus evt eventl c.q cq v.v q.q al.th alth althans.d a.f m.a t.d t.d.v w.i t.t tw bijz "
    "betr betreff afk ca circ gemidd globl maxim minim t.w.v n.h.v volgn vlg vlgs vlgg "
    "versch verschill m.m g.m e.o p.o ogv n.w ong s.s zw "
    // law and administration
    "b.en.w b.w r.v.s amvb a.m.v.b mvt m.v.t memv stb stcrt trb pb overw onderd concl concls verz "
    "verzoekschr gemach akt aktn ged gedep prov gemt rijksb minist mins departm cie "
    "instit org organis coöp maatsch fac fakt ondern werkgr proj progr behand "
    "bestemm verord beschikk uitspr jurispr lidm ll.lid subs nvw bekr ratif ondert subsid "
    // post, places and directions
    "p.a c.o str ln pln plnt pb postb telnr toest bnr huisnr a.d n.o z.w n.n.w n.n.o z.z.o z.z.w "
    "w.n.w o.n.o w.z.w o.z.o nrd ndl nederl engl duitsl vlgm mnl mndl nnl vnw zn ww amer eur z.afr "
    "afr chin russ ital hoogd nederd midd "
    "febr feb mrt apr sept okt nov dec dinsd woensd donderd vrijd zaterd "
    // schooling, care and science
    "diagn anamn opn ontsl fys psych verpl verpleegk huisa specialt ther symp univ "
    "hogesch vakgr proefk hyp theor signif corr var.nr aantek indic contra-indic medic rec bloedd "
    "temp.nr gynaec neur cardiol verg pb";

constexpr std::string_view stopping =
    // and so on
    "enz enzv etc e.d e.a e.v e.v.a a.a et.al c.s cs ea ev dgl d.g.l o.i.d o.d oid i.d e.t.c ff "
    "sqq "
    "a.h.w ahw e.e.a eea e.t.q "
    // as one writes in letters
    "jl l.l ll a.s a.i ad.int dd d.d a.u.b aub s.v.p svp a.j.b ajb r.s.v.p rsvp b.g.g bgg "
    "b.v.d "
    "i.m i.v w.g w.v.t.t.k m.v.g mvg h.a t.a.b z.o.z p.s q.e.d i.b.d n.o.t.k n.t.b n.t.k n.n.b "
    "n.n n.b.t.b n.v.t nvt z.s.m zsm a.m p.m t.z.t tzt o.t.v n.a "
    // companies and bodies
    "n.v b.v v.o.f c.v u.a w.a b.a v.z.w v.z.w.d b.v.b.a inc ltd corp co plc s.a m.i.j "
    // measures and money
    "kg kgs mg mgr km hm dm cm mm dl cl ml hl stk dz doz pk kw kwh mln mld mrd miljn mjd "
    "frs pct perc min.sec wk wkn mnd mndn p.j p.u p.w p.p p.p.p.d p.st p.d p.jr p.mnd p.k.m gld "
    "cts "
    "gesch v.chr n.chr chr r.k rk n.h p.k prot geref herv evang";

// Beginners of sentences that names seldom begin with.
constexpr std::string_view openers =
    "Het Een Dit Dat Deze Die Dus Daar Daarom Daardoor Daarmee Daarna Daarnaast Daarbij Daarin "
    "Daarvan Daarvoor Dan Toen Hier Hierdoor Hiermee Hierbij Hierna Nu Ook Maar Want Echter Toch "
    "Zo Zoals Als Indien Wanneer Omdat Doordat Zodat Hoewel Terwijl Nadat Voordat Sinds Tijdens "
    "Volgens Wie Wat Waar Waarom Waarbij Hoe Welke Welk Ik Jij Je Hij Zij Ze Wij We Jullie Men Er "
    "Iedereen Iemand Niemand Alles Niets Veel Vele Weinig Sommige Alle Beide Andere Elke Elk Ieder "
    "Mijn Onze Ons Zijn Haar Hun Uw Geen Niet Wel Nog Al Soms Vaak Meestal Misschien Natuurlijk "
    "Inmiddels Intussen Ondertussen Vervolgens Uiteindelijk Bovendien Verder Immers Kortom Bij Met "
    "Voor Na Naast Door Tot Uit Over Onder Tegen Zonder Binnen Buiten Vanaf Vanuit Vanwege Ondanks "
    "Om En Of Ja Nee Nou Is Was Waren Heeft Hebben Wordt Worden Moet Kan Kunnen";

template <typename Use>
void for_each_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at) use(words.substr(at, end - at));
    at = end + 1;
  }
}

constexpr std::size_t longest = 20;

// OV, MS, BV: written without full stops.
bool is_acronym(std::string_view word) {
  return word.size() > 1 &&
         std::ranges::all_of(word, [](char byte) { return byte >= 'A' && byte <= 'Z'; });
}

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Abbreviation> rows;
    for_each_word(stopping, [&](std::string_view row) { rows[row] = Abbreviation::stops; });
    for_each_word(leading, [&](std::string_view row) { rows[row] = Abbreviation::leads; });
    return rows;
  }();
  if (word.size() > longest || is_acronym(word)) return Abbreviation::none;
  std::array<char, longest> lower{};
  std::ranges::transform(word, lower.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  const auto row = table.find(std::string_view(lower.data(), word.size()));
  return row == table.end() ? Abbreviation::none : row->second;
}

bool opens_sentences(std::string_view word) {
  static const auto table = [] {
    std::unordered_set<std::string_view> rows;
    for_each_word(openers, [&](std::string_view row) { rows.insert(row); });
    return rows;
  }();
  return table.contains(word);
}

}  // namespace pipeline
