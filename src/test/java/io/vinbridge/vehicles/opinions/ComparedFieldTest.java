package io.vinbridge.vehicles.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ChromeData and NHTSA have words of their own for the same thing. */
class ComparedFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "bodyType | 4dr Car | Sedan/Saloon | true",
                "bodyType | 2dr Car | Sedan/Saloon | false",
                "bodyType | Sport Utility | Sport Utility Vehicle (SUV)/Multi-Purpose Vehicle (MPV) | true",
                "bodyType | Sport Utility | Crossover Utility Vehicle (CUV) | true",
                "bodyType | Crew Cab Pickup | Pickup | true",
                "bodyType | Crew Cab Pickup | Sedan/Saloon | false",
                "bodyType | Mini-van, Passenger | Minivan | true",
                "bodyType | Full-size Cargo Van | Cargo Van | true",
                "bodyType | Station Wagon | Wagon | true",
                "bodyType | Convertible | Convertible/Cabriolet | true",
                "bodyType | Regular Cab Chassis-Cab | Incomplete - Chassis Cab (Number of Cab Unknown) | true",
                "bodyType | Specialty Vehicle | Sedan/Saloon | -",
                "drivetrain | Four Wheel Drive | 4WD/4-Wheel Drive/4x4 | true",
                "drivetrain | All Wheel Drive | 4WD/4-Wheel Drive/4x4 | true",
                "drivetrain | AWD | AWD/All-Wheel Drive | true",
                "drivetrain | Front Wheel Drive | FWD/Front-Wheel Drive | true",
                "drivetrain | Front Wheel Drive | RWD/Rear-Wheel Drive | false",
                "drivetrain | Rear Wheel Drive | 4x2 | true",
                "drivetrain | Four Wheel Drive | 4x2 | false",
                "fuel | Gasoline Fuel | Gasoline | true",
                "fuel | Diesel Fuel | Gasoline | false",
                "fuel | Gas/Electric Hybrid | Gasoline, Electric | true",
                "fuel | Electric Fuel System | Electric | true",
                "fuel | Flex Fuel Capability | Flexible Fuel Vehicle (FFV) | true",
                "fuel | Natural Gas | Compressed Natural Gas (CNG) | true",
                "fuel | Natural Gas | Gasoline | false",
            })
    void wordsAreComparedByWhatTheyMean(String field, String ours, String theirs, Boolean agree) {
        assertThat(ComparedWords.agree(field, List.of(ours), theirs)).isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CR-V | CRV Hybrid | true",
                "Silverado 1500 | Silverado | true",
                "3 Series | 3-Series | true",
                "Mercedes-Benz | MERCEDES-BENZ | true",
                "Citro\u00EBn | CITROEN | true",
                "Cherokee | Grand Cherokee | false",
                "Model 3 | Model S | false",
                "Civic | Accord | false",
                "X3 | X30 | false",
            })
    void namesAreTheSameWhereOneBeginsWithAllOfTheOther(String one, String other, boolean same) {
        assertThat(ComparedField.sameName(one, other)).isEqualTo(same);
        assertThat(ComparedField.sameName(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"RWD/Rear-Wheel Drive | true", "AWD/All-Wheel Drive | true", "FWD/Front-Wheel Drive | false"})
    void ofSeveralStylesOneMustAgree(String theirs, boolean agree) {
        assertThat(ComparedWords.agree("drivetrain", List.of("Rear Wheel Drive", "Four Wheel Drive"), theirs))
                .isEqualTo(agree);
    }
}
