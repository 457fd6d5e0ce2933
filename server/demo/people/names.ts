/**
 * Names as people of a language write them; `native/roman` where an e-mail address needs Latin letters.
 * Common first and family names put together by chance: any likeness is one.
 */
export type NameList = {
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Family name first, and what stands between the two. */
  readonly isFamilyFirst: boolean
  readonly between: string
}

const list = (given: string, family: string, order: Partial<NameList> = {}): NameList => ({
  given: given.split(' '),
  family: family.split(' '),
  isFamilyFirst: false,
  between: ' ',
  ...order,
})
const eastern = { isFamilyFirst: true } as const

export const names = {
  en: list(
    'Olivia James Amelia Harry Grace Oscar Isla Noah Freya Leo Ruby Ethan Maya Daniel Chloe Ryan Hannah Callum Zoe Marcus Abigail Owen Priscilla Theo Niamh Declan',
    'Walker Hughes Bennett Clarke Foster Murphy Reid Palmer Grant Coleman Shaw Barnes Whitfield Doyle Marsh Okafor Sinclair Hartley Brooks Pemberton Gallagher Mistry',
  ),
  es: list(
    'Ana Javier Lucía Carlos Marta Diego Elena Pablo Carmen Álvaro Inés Raúl Beatriz Sergio Nuria Andrés Paula Íñigo Rocío Hugo Valeria Mateo',
    'García Fernández Ortega Molina Castro Navarro Iglesias Vidal Peña Suárez Rojas Cabrera Muñoz Ibáñez Serrano Campos Reyes Núñez Álvarez Benítez',
  ),
  de: list(
    'Anna Lukas Katharina Jonas Miriam Felix Johanna Tobias Greta Matthias Sabine Jürgen Ute Florian Heike Stefan Nele Björn Dörte Maximilian Petra Holger',
    'Müller Schneider Weiß Hoffmann Krüger Vogel Lehmann Köhler Brandt Winkler Seidel Böhm Jansen Pfeiffer Roth Günther Arnold Kästner Thiele Zimmermann',
  ),
  fr: list(
    'Camille Antoine Léa Julien Élodie Thomas Manon Hugo Aurélie Nicolas Inès Mathieu Céline Benoît Margaux Étienne Sandrine Rémi Noémie Gaël',
    'Bernard Dubois Lefèvre Moreau Girard Lambert Fontaine Chevalier Perrin Gauthier Marchand Rousseau Besson Leclerc Roche Caron Guérin Delmas Pelletier',
  ),
  pt: list(
    'Mariana João Beatriz Tiago Inês Rafael Catarina Gonçalo Larissa Bruno Camila Eduardo Sofia Thiago Joana Vinícius Letícia Duarte',
    'Silva Santos Oliveira Pereira Carvalho Almeida Ribeiro Gonçalves Teixeira Araújo Barbosa Moreira Cardoso Nogueira Figueiredo Antunes',
  ),
  pl: list(
    'Agnieszka Tomasz Katarzyna Michał Zofia Paweł Małgorzata Krzysztof Joanna Łukasz Ewa Wojciech Hanna Grzegorz Julia Stanisław',
    'Nowak Kowalczyk Wójcik Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawłowski Łuczak Żak',
  ),
  it: list(
    'Giulia Marco Francesca Luca Chiara Matteo Alessia Davide Sara Lorenzo Federica Andrea Martina Simone Nicolò Beatrice',
    'Rossi Ferrari Esposito Ricci Romano Gallo Conti Greco Marino Lombardi Moretti Barbieri Rinaldi Caruso Fabbri Pellegrini',
  ),
  nl: list(
    'Sanne Daan Femke Bram Lotte Joris Anouk Thijs Marieke Ruben Fleur Sjoerd Iris Wouter',
    'Jansen Visser Smit Meijer Mulder Bakker Dekker Dijkstra Vermeulen Kuiper Hendriks Postma Hoekstra Prins',
  ),
  cs: list(
    'Tereza Jakub Lucie Ondřej Kateřina Tomáš Veronika Jiří Markéta Václav Zuzana Štěpán',
    'Novák Svoboda Dvořák Černý Procházka Kučera Veselý Horák Němec Pokorný Růžička Beneš',
  ),
  sv: list(
    'Astrid Erik Linnea Oskar Freja Mads Ingrid Søren Sigrid Håkon Elsa Jesper Maja Anders Solveig Åsa',
    'Lindqvist Johansson Bergström Nyström Sørensen Hansen Dahl Nilsen Lund Holm Ekström Ødegaard Virtanen Korhonen Åkesson Thorsen',
  ),
  tr: list(
    'Elif Mehmet Zeynep Emre Ayşe Burak Defne Çağlar Şule Kerem Gülşen Onur',
    'Yılmaz Kaya Demir Şahin Çelik Yıldız Aydın Öztürk Arslan Doğan Kılıç Güneş',
  ),
  uk: list(
    'Олена/olena Андрій/andrii Марія/mariia Богдан/bohdan Ірина/iryna Тарас/taras Софія/sofiia Юрій/yurii',
    'Шевченко/shevchenko Коваленко/kovalenko Бондар/bondar Мельник/melnyk Ткачук/tkachuk Кравець/kravets Лисенко/lysenko',
  ),
  ja: list(
    '陽子/yoko 健太/kenta 美咲/misaki 大輔/daisuke さくら/sakura 翔太/shota 由美/yumi 直樹/naoki 真理子/mariko 拓也/takuya 恵/megumi 蓮/ren',
    '佐藤/sato 高橋/takahashi 田中/tanaka 伊藤/ito 渡辺/watanabe 山本/yamamoto 中村/nakamura 小林/kobayashi 加藤/kato 吉田/yoshida 松本/matsumoto 井上/inoue',
    eastern,
  ),
  ko: list(
    '민지/minji 서준/seojun 지우/jiwoo 도윤/doyun 하은/haeun 현우/hyunwoo 수빈/subin 준호/junho 예린/yerin 태영/taeyoung',
    '김/kim 이/lee 박/park 최/choi 정/jung 강/kang 조/cho 윤/yoon 장/jang 임/lim',
    { isFamilyFirst: true, between: '' },
  ),
  zh: list(
    '伟/wei 芳/fang 娜/na 敏/min 静/jing 磊/lei 洋/yang 艳/yan 勇/yong 晓明/xiaoming 佳怡/jiayi 子涵/zihan',
    '王/wang 李/li 张/zhang 刘/liu 陈/chen 杨/yang 黄/huang 赵/zhao 周/zhou 吴/wu 徐/xu 林/lin',
    { isFamilyFirst: true, between: '' },
  ),
  ar: list(
    'فاطمة/fatima محمد/mohamed نور/nour يوسف/youssef سلمى/salma كريم/karim ليلى/layla عمر/omar هدى/huda خالد/khaled ريم/reem طارق/tarek',
    'العلوي/alaoui الإدريسي/elidrissi حداد/haddad منصور/mansour الشامي/alshami بنسعيد/bensaid الخطيب/alkhatib نصار/nassar زيدان/zidan فاروق/farouk',
  ),
  he: list(
    'נועה/noa איתי/itay תמר/tamar יונתן/yonatan מיכל/michal עומר/omer שירה/shira דניאל/daniel יעל/yael אורי/uri',
    'כהן/cohen לוי/levi מזרחי/mizrahi פרץ/peretz ביטון/biton אברהם/avraham פרידמן/friedman שפירא/shapira גולן/golan ברק/barak',
  ),
  hi: list(
    'प्रिया/priya अर्जुन/arjun अनन्या/ananya रोहित/rohit कविता/kavita विवेक/vivek नेहा/neha सुनील/sunil मीरा/meera राहुल/rahul',
    'शर्मा/sharma वर्मा/verma पटेल/patel गुप्ता/gupta सिंह/singh जोशी/joshi मेहता/mehta नायर/nair रेड्डी/reddy मिश्रा/mishra',
  ),
  el: list(
    'Ελένη/eleni Γιώργος/giorgos Κατερίνα/katerina Νίκος/nikos Σοφία/sofia Δημήτρης/dimitris Ιωάννα/ioanna',
    'Παπαδόπουλος/papadopoulos Νικολάου/nikolaou Γεωργίου/georgiou Οικονόμου/oikonomou Βασιλείου/vasileiou Δήμου/dimou',
  ),
  th: list(
    'สมชาย/somchai สุดา/suda ณัฐ/nat พิมพ์/pim วรรณา/wanna ธนา/thana',
    'ศรีสุข/srisuk แก้วมณี/kaewmanee บุญมา/boonma ทองดี/thongdee วงศ์ไทย/wongthai',
  ),
  vi: list('Linh Minh Hương Tuấn Thảo Dũng Ngọc Quân', 'Nguyễn Trần Lê Phạm Hoàng Phan Võ Đặng', eastern),
  ng: list(
    'Oluwaseun Chiamaka Emeka Ngozi Tunde Adaeze Ifeanyi Yetunde Chinedu Folake',
    'Adeyemi Okonkwo Balogun Eze Adebayo Nwosu Ogunleye Ibrahim Okoro Afolabi',
  ),
} as const satisfies Readonly<Record<string, NameList>>
export type NameSet = keyof typeof names
