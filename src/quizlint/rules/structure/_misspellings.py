"""Common English misspellings: spellings that are no word of any variety of English."""

from functools import cache

_PAIRS = """
abbout:about accross:across acommodate:accommodate accomodate:accommodate acheive:achieve
acheived:achieved acheivement:achievement acknowlege:acknowledge aquaint:acquaint aquire:acquire
aquired:acquired adress:address adresses:addresses advertisment:advertisement agressive:aggressive
agression:aggression alot:a+lot allready:already alltogether:altogether amoung:among
ammount:amount amatuer:amateur anual:annual apparant:apparent apparantly:apparently
appearence:appearance aproach:approach aproximately:approximately appropiate:appropriate
arguement:argument assasin:assassin assasination:assassination athiest:atheist
attendence:attendance availible:available avaliable:available availabe:available basicly:basically
becasue:because becuase:because becomming:becoming begining:beginning beleive:believe
beleived:believed belive:believe benifit:benefit benificial:beneficial bizzare:bizarre
buisness:business bussiness:business camoflage:camouflage catagory:category cemetary:cemetery
certian:certain challange:challenge charachter:character charecter:character cheif:chief
collegue:colleague comming:coming commitee:committee comittee:committee comparision:comparison
completly:completely concensus:consensus concious:conscious consistant:consistent
contempory:contemporary controll:control convienient:convenient critisism:criticism
curiousity:curiosity decison:decision definately:definitely definatly:definitely
definitly:definitely desparate:desperate developement:development devolopment:development
diffrent:different differant:different dilema:dilemma dissapear:disappear dissapeared:disappeared
dissapoint:disappoint dissapointed:disappointed efficent:efficient eigth:eighth embarass:embarrass
embarassing:embarrassing enviroment:environment enviromental:environmental equiptment:equipment
essencial:essential exagerate:exaggerate excede:exceed excercise:exercise excersise:exercise
exellent:excellent existance:existence expell:expel experiance:experience experiement:experiment
explaination:explanation extreem:extreme facinating:fascinating familar:familiar
fasinating:fascinating finaly:finally firey:fiery flourescent:fluorescent foriegn:foreign
forseeable:foreseeable fourty:forty freind:friend freinds:friends fundemental:fundamental
garantee:guarantee gaurd:guard gaurantee:guarantee generaly:generally goverment:government
govermental:governmental grammer:grammar greatful:grateful guidence:guidance happend:happened
harrass:harass harrassment:harassment heigth:height heirarchy:hierarchy heros:heroes hieght:height
hygeine:hygiene hypocracy:hypocrisy identicle:identical idenity:identity immediatly:immediately
imediately:immediately inadvertant:inadvertent incidently:incidentally independance:independence
independant:independent indispensible:indispensable infomation:information inital:initial
innoculate:inoculate inteligence:intelligence interupt:interrupt intresting:interesting
irrelevent:irrelevant irresistable:irresistible knowlege:knowledge labratory:laboratory
lenght:length liason:liaison libary:library maintainance:maintenance maintenence:maintenance
managment:management medeval:medieval medecine:medicine millenium:millennium
mischevious:mischievous mispell:misspell mispelled:misspelled morgage:mortgage mountian:mountain
neccessary:necessary necesary:necessary neccesary:necessary negociate:negotiate nineth:ninth
noticable:noticeable nuetral:neutral occassion:occasion occassionally:occasionally
occured:occurred occurence:occurrence occurance:occurrence occuring:occurring offical:official
ommission:omission ommit:omit oppurtunity:opportunity oportunity:opportunity orginal:original
outragous:outrageous paralel:parallel parrallel:parallel parliment:parliament
particulary:particularly pasttime:pastime peice:piece percieve:perceive percieved:perceived
performence:performance perminent:permanent permissable:permissible persistant:persistent
personaly:personally persue:pursue peculier:peculiar posess:possess posession:possession
possesion:possession potatos:potatoes practicle:practical preceed:precede preceeding:preceding
prefered:preferred preferance:preference presance:presence privelege:privilege privilage:privilege
proccess:process proffesional:professional proffessor:professor pronounciation:pronunciation
propoganda:propaganda psuedo:pseudo quantaty:quantity questionaire:questionnaire
reccomend:recommend recomend:recommend recieve:receive recieved:received recieves:receives
recieving:receiving reciept:receipt refered:referred refering:referring refrence:reference
relevent:relevant religous:religious remeber:remember repitition:repetition resistence:resistance
responce:response responsability:responsibility restarant:restaurant rythm:rhythm rythym:rhythm
sacrafice:sacrifice saftey:safety secratary:secretary sieze:seize sence:sense seperate:separate
seperated:separated seperately:separately seperation:separation sepperate:separate
similiar:similar simultanous:simultaneous sincerly:sincerely speach:speech sponser:sponsor
strenght:strength stregth:strength succesful:successful successfull:successful
succesfully:successfully sucess:success sucessful:successful suprise:surprise surpress:suppress
suround:surround swiming:swimming symetric:symmetric symetry:symmetry temperture:temperature
temperatue:temperature temprature:temperature tendancy:tendency theif:thief threshhold:threshold
thier:their tommorow:tomorrow tommorrow:tomorrow tounge:tongue transfered:transferred truely:truly
tyrany:tyranny underate:underrate unforseen:unforeseen unfortunatly:unfortunately untill:until
usally:usually vaccum:vacuum vaccuum:vacuum vegtable:vegetable vehical:vehicle visable:visible
wich:which wierd:weird whereever:wherever wholy:wholly writting:writing writen:written teh:the
becuse:because doesnt:doesn't didnt:didn't dont:don't wasnt:wasn't isnt:isn't couldnt:couldn't
shouldnt:shouldn't wouldnt:wouldn't havent:haven't hasnt:hasn't arent:aren't
"""


@cache
def corrections() -> dict[str, str]:
    """The right spelling of each misspelling, both in lower case."""
    pairs = (pair.split(":") for pair in _PAIRS.split())
    return {wrong: right.replace("+", " ") for wrong, right in pairs}
