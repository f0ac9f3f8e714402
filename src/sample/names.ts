import type { Random } from './random.js';

/** A tradition of naming; which one a family follows depends on its ethnic group. */
export type Naming =
  | 'british'
  | 'south-asian'
  | 'gujarati'
  | 'polish'
  | 'african'
  | 'caribbean'
  | 'chinese'
  | 'arab';

interface NameLists {
  readonly F: readonly string[];
  readonly M: readonly string[];
  readonly surnames: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

// Common names of the birth years 1995 to 2015, put together by hand; any likeness to a real person is chance.
const LISTS: Readonly<Record<Naming, NameLists>> = {
  british: {
    F: words(`Chloe Emily Megan Jessica Sophie Lauren Charlotte Hannah Olivia Lucy Amy Bethany Ellie Katie Emma Grace
      Rebecca Abigail Molly Holly Leah Jade Shannon Caitlin Ella Georgia Amelia Paige Lily Courtney Eleanor Alice
      Samantha Daisy Millie Isabelle Niamh Summer Freya Elizabeth Skye Kayleigh Demi Tia Libby Evie Poppy Ruby
      Mia Sienna Scarlett Alisha Keira Lexi Imogen Rosie Zara Martha Phoebe Tegan Aimee Nicole Natasha Abbie
      Chelsea Jasmine Eve Isla Erin Maisie Faye Kelsey Lacey Madison Victoria Sarah Rachel Zoë Chloé Siân Renée`),
    M: words(`Jack Thomas James Joshua Daniel Matthew Ryan Luke Samuel Jordan Adam Callum Connor Liam Benjamin Joseph
      Alexander William George Lewis Nathan Jake Harry Oliver Charlie Ethan Dylan Alfie Kieran Bradley Reece Kyle
      Aaron Jamie Michael Christopher Owen Cameron Max Tyler Ben Oscar Logan Leo Finley Archie Kai Riley Jayden
      Mason Ellis Toby Dominic Edward Henry Louis Robert Sean Scott Declan Joel Brandon Corey Elliot Isaac Noah
      Tom Zachary Morgan Rhys Harvey Freddie Theo Jude Taylor Billy Danny Patrick André`),
    surnames:
      words(`Smith Jones Taylor Brown Wilson Walker Robinson Wright Thompson White Hughes Edwards Green Hall Wood
      Harrison Jackson Clarke Turner Hill Cooper Ward Morris Moore Clark Lee King Baker Harris Allen Shaw Hargreaves
      Holt Whittaker Riley Barnes Kenyon Haworth Aspinall Pilkington Ashworth Entwistle Duckworth Greenwood Sutcliffe
      Rigby Parkinson Hesketh Singleton Cross Iddon Sharples Livesey Bamber Catterall Cowell Gardner Swarbrick Kirkham
      Bleasdale Threlfall Whiteside Cartmell Eccles Fielden Nuttall Rothwell Bolton Marsden Crabtree Clegg Bradshaw
      Nightingale Pickup Procter Holden Bond Fairclough Waring Melling Culshaw Forshaw Halsall Sephton Lawson Fisher
      Mason Dixon Ellison Metcalfe Wilkinson Watson Atkinson Bell Cook Bailey Bennett Carter Chapman Collins Davies
      Dawson Dobson Ellis Evans Foster Fox Gibson Graham Gray Griffiths Hunt Johnson Kelly Knight Lewis Lloyd Marshall
      Martin Mills Mitchell Murphy Murray Palmer Parker Pearson Phillips Powell Price Reynolds Richards Richardson
      Roberts Rogers Rose Ross Russell Saunders Scott Simpson Slater Stevens Stewart Stone Thomas Tomlinson Wallace
      Walsh Webb West Williams Woods Young O'Brien O'Neill McDonald McCarthy Briggs Gregson Coulter`),
  },
  'south-asian': {
    F: words(`Aisha Fatima Zainab Maryam Hafsa Aaliyah Khadija Sana Iqra Amina Alisha Hira Saima Zara Anisa Sumaiya Noor
      Aqsa Mahnoor Sadia Laiba Safa Halima Maria Ayesha Rabia Samina Nadia Hajra Umaimah`),
    M: words(`Mohammed Muhammad Ali Hamza Ibrahim Yusuf Bilal Usman Hassan Adam Zain Haris Imran Umar Ahmed Abdullah Hamid
      Kamran Saad Faisal Junaid Ismail Zayn Danyal Sami Haroon Musa Hussain Qasim Tayyab`),
    surnames:
      words(`Khan Hussain Ahmed Ali Mahmood Iqbal Akhtar Shah Malik Hussein Mohammed Aslam Begum Butt Mirza Rashid
      Bashir Javed Sheikh Chaudhry Rehman Nawaz Raja Zaman Yousaf Miah Uddin Rahman Islam Chowdhury`),
  },
  gujarati: {
    F: words(`Aaliyah Safiya Zaynab Nafisa Rukaiya Sumayyah Aamina Hanifa Priya Anjali Nisha Kavita Meera Riya Sakina
      Zulaikha Fatema Maryam Juwairiya Pooja`),
    M: words(`Yusuf Ahmed Suleman Ismail Zakariya Ebrahim Mohammed Imtiyaz Yakub Huzaifa Rohan Amit Kiran Jay Nikhil
      Anas Uzair Hashim Ilyas Dev`),
    surnames:
      words(`Patel Desai Bhamji Vali Adam Seedat Mulla Ugharadar Kazi Hafeji Musa Bux Mistry Parmar Solanki Lorgat
      Sidat Nakhuda Chopdat Pathan`),
  },
  polish: {
    F: words(
      'Julia Zuzanna Maja Oliwia Natalia Wiktoria Amelia Karolina Gabriela Nikola Alicja Martyna Patrycja Ana Ioana',
    ),
    M: words(
      'Jakub Kacper Filip Szymon Dawid Mateusz Adrian Oskar Dominik Wiktor Patryk Marcel Bartosz Andrei Lukas',
    ),
    surnames:
      words(`Nowak Kowalski Kowalska Wisniewski Wojcik Kaminski Lewandowski Zielinski Szymanski Mazur Krawczyk
      Kowalczyk Popescu Ionescu Novak Horvath`),
  },
  african: {
    F: words(
      'Grace Blessing Precious Tinashe Esther Rutendo Faith Abena Ifeoma Chipo Joy Ruvimbo Efua Hope Naledi',
    ),
    M: words(
      'Emmanuel David Tendai Kwame Chidi Samuel Tatenda Kofi Daniel Farai Tapiwa Joshua Obinna Elijah Moses',
    ),
    surnames: words(
      'Moyo Ncube Okafor Mensah Adeyemi Dube Sibanda Owusu Banda Mutasa Eze Phiri Boateng Nkosi Okeke',
    ),
  },
  caribbean: {
    F: words('Shanice Aaliyah Jada Kiara Tiana Renee Imani Naomi Monique Chanel'),
    M: words('Tyrone Jermaine Isaiah Malachi Andre Tyrese Reuben Micah Kieron Dante'),
    surnames: words('Campbell Grant Francis Gordon Powell Reid Bailey Henry Morgan Lewis Clarke Edwards'),
  },
  chinese: {
    F: words('Mei Amy Lily Jenny Yan Xin Wing Cindy Fiona Ling'),
    M: words('Jason Kevin Wei Kai Ming Eric Jun Andy Ho Chun'),
    surnames: words('Chen Wong Li Zhang Lam Cheung Liu Chan Lin Yip'),
  },
  arab: {
    F: words('Layla Nour Rania Salma Yasmin Huda Shirin Dilnoza Sara Rojin'),
    M: words('Omar Karim Tariq Yousef Mustafa Rawa Aram Khalid Sherzad Hadi'),
    surnames: words('Hassan Mahmoud Karimi Saleh Aziz Rashidi Haddad Mustafa Amin Rostami Ghazi Nasser'),
  },
};

const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  Jessica: ['Jess', 'Jessie'],
  Rebecca: ['Becky', 'Becca'],
  Abigail: ['Abi', 'Abbie'],
  Bethany: ['Beth'],
  Charlotte: ['Charlie', 'Lottie'],
  Elizabeth: ['Liz', 'Beth', 'Lizzie'],
  Samantha: ['Sam'],
  Isabelle: ['Izzy', 'Bella'],
  Eleanor: ['Ellie', 'Nell'],
  Victoria: ['Vicky', 'Tori'],
  Katie: ['Kate'],
  Megan: ['Meg'],
  Natasha: ['Tasha'],
  Georgia: ['Georgie'],
  Olivia: ['Liv'],
  Courtney: ['Court'],
  Caitlin: ['Cait'],
  Amelia: ['Millie'],
  Kayleigh: ['Kay'],
  Thomas: ['Tom', 'Tommy'],
  James: ['Jamie', 'Jim'],
  Joshua: ['Josh'],
  Daniel: ['Dan', 'Danny'],
  Matthew: ['Matt'],
  Samuel: ['Sam', 'Sammy'],
  Benjamin: ['Ben'],
  Joseph: ['Joe', 'Joey'],
  Alexander: ['Alex'],
  William: ['Will', 'Billy'],
  Nathan: ['Nate'],
  Harry: ['Harrison'],
  Michael: ['Mike', 'Mikey'],
  Christopher: ['Chris'],
  Robert: ['Rob', 'Bobby'],
  Zachary: ['Zac'],
  Cameron: ['Cam'],
  Edward: ['Ed', 'Eddie'],
  Bradley: ['Brad'],
  Patrick: ['Paddy'],
  Dominic: ['Dom'],
  Mohammed: ['Mohammad', 'Muhammed', 'Mo'],
  Muhammad: ['Mohammed', 'Muhammed'],
  Fatima: ['Fatema'],
  Aisha: ['Ayesha'],
  Yusuf: ['Yousaf'],
  Maryam: ['Mariam'],
  Hussain: ['Hussein'],
  Khadija: ['Khadijah'],
  Gabriela: ['Gaby'],
};

/** A forename of the tradition. */
export function forename(rng: Random, naming: Naming, sex: 'F' | 'M'): string {
  return rng.pick(LISTS[naming][sex]);
}

/** A surname of the tradition; a few British ones are double-barrelled. */
export function surname(rng: Random, naming: Naming): string {
  const one = rng.pick(LISTS[naming].surnames);
  return naming === 'british' && rng.chance(0.04) ? `${one}-${rng.pick(LISTS.british.surnames)}` : one;
}

/** Another form under which an agency may know the forename, or the forename itself when it has none. */
export function otherForm(rng: Random, name: string): string {
  const forms = SHORT_FORMS[name];
  return forms === undefined ? name : rng.pick(forms);
}
